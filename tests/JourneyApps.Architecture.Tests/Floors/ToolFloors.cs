namespace JourneyApps.Architecture.Tests;

internal static class ToolFloors
{
    public static Project Project { get; } = new("JourneyApps.Tool", "net8.0", "JourneyApps.Tool", ["JourneyApps.Tool"],
        new Floor("Program", "."),
        new Floor("Commands",
            "Commands/Check", "Commands/Emulate", "Commands/Export", "Commands/Import", "Commands/Lint", "Commands/Pull", "Commands/Show"),
        new Floor("Objects", "Objects"),
        new Floor("Deployments", "Deployments"),
        new Floor("Schemas", "Schemas"),
        new Floor("Files", "Files"),
        new Floor("CommandLine", "CommandLine"))
    {
        AssemblyName = "journeyapps",
    };
}
