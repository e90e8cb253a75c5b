namespace JourneyApps.Architecture.Tests;

internal static class SchemaFloors
{
    public static Project Project { get; } = new("JourneyApps.Schema", "net8.0", "JourneyApps.Schema", ["JourneyApps.Schema"],
        new Floor("Reading", "Reading", "Xml", "Json", "Rules"),
        new Floor("Model", "Display", "Model"),
        new Floor("Diagnostics", "Diagnostics"));
}
