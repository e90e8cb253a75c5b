using System.Collections.Immutable;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>One random run: a server with a writer, workers on one copy, and what happens to them.</summary>
internal static class Simulation
{
    private const int TooLong = 6000;

    /// <summary>Runs until everything is quiet.</summary>
    /// <returns>What is wrong with the copy; empty when it equals the source.</returns>
    public static string Run(int seed, Scenario scenario, Safeguard missing)
    {
        var random = new Random(seed);
        var server = new SimulatedServer(random, scenario);
        var copy = new SimulatedCopy(missing);
        if (scenario.StartsEmpty) server.TrimAll();
        string[] models = scenario.AddsModel && random.Next(2) == 0 ? ["job"] : SimulatedServer.Models;
        SimulatedWorker[] workers =
        [
            .. Enumerable.Range(0, scenario.Workers).Select(_ => new SimulatedWorker(server, copy, scenario, missing, random) { Models = [.. models] }),
        ];
        for (int steps = random.Next(40, 400) * scenario.Length; steps > 0; steps--)
        {
            Happen(random, server, copy, workers, scenario);
            server.Time += random.Next(3) == 0 ? 1 : 0;
        }

        if (scenario.OneDies) workers = workers[..1];
        foreach (SimulatedWorker worker in workers) worker.ForgetAnswers();
        for (int steps = 0; !workers.All(worker => worker.IsIdle); steps++)
        {
            if (steps == TooLong) return "never idle";
            foreach (SimulatedWorker worker in workers) worker.Step();
        }

        return string.Join(", ", Differences(server, copy, workers[0].Models).Concat(copy.Broken).Order());
    }

    private static void Happen(Random random, SimulatedServer server, SimulatedCopy copy, SimulatedWorker[] workers, Scenario scenario)
    {
        switch (random.Next(200))
        {
            case < 50 and int what:
                if (what < scenario.WriteOdds) server.Write();
                else workers[random.Next(workers.Length)].Step();
                break;
            case < 54: workers[random.Next(workers.Length)].Restart(); break;
            case < 56 when scenario.Trims: server.Trim(); break;
            case < 58 when scenario.Restores: server.BackUp(); break;
            case < 60 when scenario.Restores: server.Restore(copy.LoadingSince); break;
            case < 62 when scenario.AddsModel:
                ImmutableArray<string> models = workers[0].Models.Length == 1 ? [.. SimulatedServer.Models] : ["job"];
                foreach (SimulatedWorker worker in workers)
                {
                    worker.Models = models;
                    worker.Restart();
                }

                break;
            case >= 100 and int other when scenario.Changes && other < 100 + scenario.ChangeOdds: server.Change(); break;
            default: workers[random.Next(workers.Length)].Step(); break;
        }
    }

    private static IEnumerable<string> Differences(SimulatedServer server, SimulatedCopy copy, IEnumerable<string> models)
    {
        foreach (string model in models)
        {
            foreach (string id in server.IdsIn(Internal.Features.Mirroring.Rules.IdSpan.Everything))
            {
                SimulatedValue? expected = server.Read(model, id), actual = copy.Rows.GetValueOrDefault((model, id))?.Value;
                // A column of a field that is gone keeps its values.
                if (!server.Model.HasB) actual = actual is null ? null : actual with { B = null };
                if (expected == actual) continue;
                yield return expected is null ? "a deleted row is still there" : actual is null ? "a row is missing"
                    : expected.B != actual.B && expected.A == actual.A ? "a field is not filled" : "a row has an older value";
            }
        }
    }
}
