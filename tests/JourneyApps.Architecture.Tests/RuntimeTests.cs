namespace JourneyApps.Architecture.Tests;

public sealed class RuntimeTests() : ProjectTests(RuntimeFloors.Project);
