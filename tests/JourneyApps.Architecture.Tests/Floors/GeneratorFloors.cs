namespace JourneyApps.Architecture.Tests;

internal static class GeneratorFloors
{
    public static Project Project { get; } = new("JourneyApps.Generator", "netstandard2.0", "JourneyApps.Generator",
        ["JourneyApps.Generator"],
        new Floor("Pipeline", ".", "Pipeline", "Usage"),
        new Floor("Planning", "Planning", "OtherGenerators"),
        new Floor("Inputs and emission", "Inputs", "Emission"),
        new Floor("Options", "Options"),
        new Floor("Specs", "Specs"),
        new Floor("Diagnostics", "Diagnostics"));
}
