namespace JourneyApps.Architecture.Tests;

public sealed class ToolTests() : ProjectTests(ToolFloors.Project);
