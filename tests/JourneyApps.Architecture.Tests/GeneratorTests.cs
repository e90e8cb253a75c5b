namespace JourneyApps.Architecture.Tests;

public sealed class GeneratorTests() : ProjectTests(GeneratorFloors.Project);
