namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>An object as it is stored: two fields and the time of its last change.</summary>
internal sealed record SimulatedObject(int A, int? B, int At);
