namespace JourneyApps.Benchmarks.Results;

/// <summary>One figure.</summary>
/// <param name="What">What was done.</param>
/// <param name="Subject">By whom.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Ratio">How it compares with the row's baseline, measured in the same run; null where there is none.</param>
/// <param name="Target">What it should be; null where nothing is asked of it.</param>
internal sealed record ResultRow(string What, string Subject, double Figure, string Unit, double? Ratio = null, Target? Target = null);
