namespace JourneyApps.Architecture.Tests;

public sealed class MirroringTests() : ProjectTests(MirroringFloors.Project);
