namespace JourneyApps.Architecture.Tests;

internal static class ToolFloors
{
    public static Project Project { get; } = new("JourneyApps.Tool", "net8.0", "JourneyApps.Tool", ["JourneyApps.Tool"],
        new Floor("Program", "."),
        new Floor("Commands",
            "Commands/Check", "Commands/Copy", "Commands/Count", "Commands/Delete", "Commands/Diff", "Commands/Emulate", "Commands/Export",
            "Commands/Get", "Commands/Import", "Commands/Lint", "Commands/Log", "Commands/Mcp", "Commands/Mirror", "Commands/Pull", "Commands/Show"),
        new Floor("Objects", "Objects"),
        new Floor("Deployments", "Deployments"),
        new Floor("Schemas", "Schemas"),
        new Floor("Files", "Files"),
        new Floor("CommandLine", "CommandLine"))
    {
        AssemblyName = "journeyapps",
    };
}
