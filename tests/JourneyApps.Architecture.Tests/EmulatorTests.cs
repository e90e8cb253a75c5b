namespace JourneyApps.Architecture.Tests;

public sealed class EmulatorTests() : ProjectTests(EmulatorFloors.Project);
