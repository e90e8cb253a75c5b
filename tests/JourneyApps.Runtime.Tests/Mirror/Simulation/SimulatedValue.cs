namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>An object as it is read: rendered with the data model of that moment.</summary>
internal sealed record SimulatedValue(string A, int? B, string Display);
