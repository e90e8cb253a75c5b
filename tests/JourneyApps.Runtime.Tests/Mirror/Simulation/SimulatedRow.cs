namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A row of the copy.</summary>
internal sealed record SimulatedRow(SimulatedValue Value, long? Sequence);
