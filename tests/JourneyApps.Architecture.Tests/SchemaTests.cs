namespace JourneyApps.Architecture.Tests;

public sealed class SchemaTests() : ProjectTests(SchemaFloors.Project);
