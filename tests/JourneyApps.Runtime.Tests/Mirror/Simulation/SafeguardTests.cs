namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>The test of the simulation: it finds what goes wrong without each of the safeguards.</summary>
public sealed class SafeguardTests(ITestOutputHelper output)
{
    public static TheoryData<string> Safeguards => [.. Enum.GetNames<Safeguard>().Where(name => name != nameof(Safeguard.None))];

    [Theory]
    [MemberData(nameof(Safeguards))]
    public void Without_a_safeguard_copies_are_wrong(string name)
    {
        Safeguard missing = Enum.Parse<Safeguard>(name);
        int first = SimulationRuns.FirstSeed();
        Dictionary<string, int> wrong = [];
        int runs = 0;
        foreach (int seed in Enumerable.Range(first, SimulationRuns.Count))
        {
            foreach (Scenario scenario in Scenario.All)
            {
                runs++;
                if (Simulation.Run(seed, scenario, missing).Length > 0) wrong[scenario.Name] = wrong.GetValueOrDefault(scenario.Name) + 1;
            }

            if (!SimulationRuns.Full && wrong.Count > 0) break;
        }

        output.WriteLine($"without {name}: {runs} runs from seed {first}, wrong copies: "
            + string.Join(", ", wrong.Select(pair => $"{pair.Value} ({pair.Key})")));
        Assert.NotEmpty(wrong);
    }
}
