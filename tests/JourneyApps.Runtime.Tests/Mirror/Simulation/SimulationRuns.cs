namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>How many runs a test of the simulation makes.</summary>
internal static class SimulationRuns
{
    public static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    /// <summary>Few for mutation testing, which repeats a test for each mutant.</summary>
    public static readonly int Count = Full ? 3000 : Environment.GetEnvironmentVariable("MUTATION") == "1" ? 30 : 300;

    public static int FirstSeed() => Full ? Random.Shared.Next(1_000_000_000) : 1;
}
