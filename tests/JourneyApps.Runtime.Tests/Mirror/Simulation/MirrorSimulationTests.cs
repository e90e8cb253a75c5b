namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A model check with random events of the rules of mirrors: load, oplog, crashes, frozen workers, trimmed oplogs, restored backups, models that are
/// added later and data models that change.</summary>
public sealed class MirrorSimulationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Whatever_happens_the_copy_equals_the_source_in_the_end(string name)
    {
        Scenario scenario = Scenario.All.Single(one => one.Name == name);
        int first = SimulationRuns.FirstSeed();
        for (int seed = first; seed < first + SimulationRuns.Count; seed++)
        {
            string wrong = Simulation.Run(seed, scenario, Safeguard.None);
            Assert.True(wrong.Length == 0, $"{name}, seed {seed}: {wrong}");
        }

        output.WriteLine($"{name}: {SimulationRuns.Count} runs from seed {first}, 0 wrong copies");
    }

    // A restored oplog that ends before the place at which a model was loaded: the copy must not be called up to date.
    [Theory]
    [InlineData("everything at once", 301502189)]
    public void Runs_that_were_wrong_before_are_right(string name, int seed)
        => Assert.Equal("", Simulation.Run(seed, Scenario.All.Single(one => one.Name == name), Safeguard.None));
}
