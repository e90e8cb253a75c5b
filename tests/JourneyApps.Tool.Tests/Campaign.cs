namespace JourneyApps.Tool.Tests;

/// <summary>The size of tests with many inputs: fixed seeds normally, so that each run gives the same result; with <c>FULL=1</c> in the
/// environment many more, with random seeds.</summary>
internal static class Campaign
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("FULL") is { Length: > 0 };

    /// <summary>The seeds of a run.</summary>
    public static int[] Seeds(int normal, int full)
        => IsFull ? [.. Enumerable.Range(0, full).Select(_ => Random.Shared.Next())] : [.. Enumerable.Range(1, normal)];
}
