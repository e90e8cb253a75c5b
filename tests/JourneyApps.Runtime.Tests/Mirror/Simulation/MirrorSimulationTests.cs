namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A model check with random events of the rules of mirrors: load, oplog, crashes, frozen workers, trimmed oplogs, restored backups, models that are
/// added later and data models that change.</summary>
public sealed class MirrorSimulationTests(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";
    private static readonly int Runs = Full ? 3000 : 300;

    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    public static TheoryData<string> Safeguards => [.. Enum.GetNames<Safeguard>().Where(name => name != nameof(Safeguard.None))];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Whatever_happens_the_copy_equals_the_source_in_the_end(string name)
    {
        Scenario scenario = Scenario.All.Single(one => one.Name == name);
        int first = FirstSeed();
        for (int seed = first; seed < first + Runs; seed++)
        {
            string wrong = Simulation.Run(seed, scenario, Safeguard.None);
            Assert.True(wrong.Length == 0, $"{name}, seed {seed}: {wrong}");
        }

        output.WriteLine($"{name}: {Runs} runs from seed {first}, 0 wrong copies");
    }

    // A restored oplog that ends before the place at which a model was loaded: the copy must not be called up to date.
    [Theory]
    [InlineData("everything at once", 301502189)]
    public void Runs_that_were_wrong_before_are_right(string name, int seed)
        => Assert.Equal("", Simulation.Run(seed, Scenario.All.Single(one => one.Name == name), Safeguard.None));

    [Theory]
    [MemberData(nameof(Safeguards))]
    public void Without_a_safeguard_copies_are_wrong(string name)
    {
        Safeguard missing = Enum.Parse<Safeguard>(name);
        int first = FirstSeed();
        Dictionary<string, int> wrong = [];
        int runs = 0;
        foreach (int seed in Enumerable.Range(first, Runs))
        {
            foreach (Scenario scenario in Scenario.All)
            {
                runs++;
                if (Simulation.Run(seed, scenario, missing).Length > 0) wrong[scenario.Name] = wrong.GetValueOrDefault(scenario.Name) + 1;
            }

            if (!Full && wrong.Count > 0) break;
        }

        output.WriteLine($"without {name}: {runs} runs from seed {first}, wrong copies: "
            + string.Join(", ", wrong.Select(pair => $"{pair.Value} ({pair.Key})")));
        Assert.NotEmpty(wrong);
    }

    private static int FirstSeed() => Full ? Random.Shared.Next(1_000_000_000) : 1;
}
