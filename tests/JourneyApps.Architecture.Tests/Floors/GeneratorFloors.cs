namespace JourneyApps.Architecture.Tests;

internal static class GeneratorFloors
{
    public static Project Project { get; } = new("JourneyApps.Generator", "netstandard2.0", "JourneyApps.Generator", ["JourneyApps.Generator"],
        new Floor("Pipeline", ".", "Pipeline", "Contexts"),
        new Floor("Emission", "Emission"),
        new Floor("Specs", "Specs"),
        new Floor("Naming", "Naming"),
        new Floor("Diagnostics", "Diagnostics"));
}
