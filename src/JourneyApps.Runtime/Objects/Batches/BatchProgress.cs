namespace JourneyApps;

/// <summary>The progress of a batch.</summary>
/// <param name="Done">The number of operations that have a result.</param>
/// <param name="NotApplied">The number of these operations that failed, were not attempted, or whose outcome is unknown.</param>
/// <param name="Requests">The number of completed requests, including those that failed finally.</param>
public readonly record struct BatchProgress(long Done, long NotApplied, int Requests);
