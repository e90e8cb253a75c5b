using System.Diagnostics;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Kills workers or crashes their server at random moments beside a writer, and compares the copy with its source.</summary>
internal static class Campaign
{
    /// <summary>Whether the campaigns run at their full size.</summary>
    public static bool Full => Environment.GetEnvironmentVariable("FULL") == "1";

    public static async Task RunAsync(ITestOutputHelper output, EmulatedCopy copy, int seed, int workers, int kills, PostgreSqlServer? crash)
    {
        Random random = new(seed);
        SourceWriter writer = new(copy, new Random(seed + 1));
        await writer.SeedAsync(600);
        using CancellationTokenSource stop = new();
        var writing = Task.Run(() => writer.WriteAsync(stop.Token));
        Worker[] running = [.. Enumerable.Range(0, workers).Select(_ => new Worker(copy, "forever", "job"))];
        SortedDictionary<string, int> phases = new(StringComparer.Ordinal);
        try
        {
            for (int kill = 0; kill < kills; kill++)
            {
                // In the middle, everything is loaded again.
                if (kill == kills / 2) await copy.Emulator.TrimOplogAsync(1);
                // Steps come one after the other while the writer writes. Most often the worker that stores them is killed.
                int[] stored = [.. running.Select(worker => worker.Stored)];
                int steps = kill % 4 == 3 ? random.Next(40, 80) : random.Next(1, 10);
                await WaitAsync(() => running.Sum(worker => worker.Stored) >= stored.Sum() + steps, running);
                await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 10));
                if (crash is not null)
                {
                    await crash.CrashAsync(TimeSpan.FromMilliseconds(random.Next(300)));
                }
                else
                {
                    int which = random.Next(5) == 0 ? random.Next(workers) : Enumerable.Range(0, workers).MaxBy(i => running[i].Stored - stored[i]);
                    running[which].Dispose();
                    running[which] = new Worker(copy, "forever", "job");
                }

                string phase = string.Join(',', (await PhasesAsync(copy)).DefaultIfEmpty("none"));
                phases[phase] = phases.GetValueOrDefault(phase) + 1;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
            foreach (Worker worker in running) worker.Dispose();
        }

        using (Worker survivor = new(copy, "once", "job")) await survivor.EndAsync();
        output.WriteLine($"{kills} {(crash is null ? "kills" : "crashes")} of {workers} workers ({string.Join(", ", phases.Select(phase => $"{phase.Value} {phase.Key}"))}) beside {writer.Writes} writes");
        await copy.AssertEqualAsync($"seed {seed}:");
        Assert.Equal(["0"], await copy.QueryAsync("SELECT count(*) - count(DISTINCT (id, _sequence)) FROM _job_history"));
        Assert.Equal(["0"], await copy.QueryAsync("SELECT count(*) FROM job WHERE id NOT IN (SELECT id FROM _job_history)"));
        Assert.True(writer.Writes > kills, $"{writer.Writes} writes");
    }

    private static async Task WaitAsync(Func<bool> isTrue, Worker[] running)
    {
        for (long start = Stopwatch.GetTimestamp(); !isTrue(); await Task.Delay(2))
        {
            Assert.All(running, worker => Assert.False(worker.HasEnded, worker.HasEnded ? worker.Told : ""));
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), $"No step for 2 minutes: {string.Join("\n\n", running.Select(worker => worker.Told))}");
        }
    }

    private static async Task<string[]> PhasesAsync(EmulatedCopy copy)
    {
        try
        {
            return await copy.QueryAsync("SELECT phase FROM _journeyapps_model WHERE model = 'job'");
        }
        catch (Npgsql.PostgresException missing) when (missing.SqlState == Npgsql.PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }
}
