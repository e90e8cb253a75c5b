namespace JourneyApps;

/// <summary>How far a batch is.</summary>
/// <param name="Done">Operations with a result, whatever it is.</param>
/// <param name="NotApplied">Those of them that failed, were not attempted, or are unknown.</param>
/// <param name="Requests">Requests that were answered or given up.</param>
public readonly record struct BatchProgress(long Done, long NotApplied, int Requests);
