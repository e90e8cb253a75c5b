namespace JourneyApps.Architecture.Tests;

internal static class SchemaFloors
{
    public static Project Project { get; } = new("JourneyApps.Schema", "net8.0", "JourneyApps.Schema", ["JourneyApps.Schema"],
        new Floor("Entry", "."),
        new Floor("Reading", "Json", "Reading", "Display", "Xml"),
        new Floor("Comparison and naming", "Naming", "Comparison", "Copies"),
        new Floor("Result", "Parsed", "Diagnostics", "Model"),
        new Floor("Base", "Text", "Collections"));
}
