namespace JourneyApps.Benchmarks.Results;

/// <summary>What a figure should be.</summary>
/// <param name="Text">The target, in words.</param>
/// <param name="IsMet">Whether it is reached.</param>
internal sealed record Target(string Text, bool IsMet)
{
    public static Target AtMost(double limit, double figure, string unit) => new(FormattableString.Invariant($"≤ {limit:#,0.##} {unit}"), figure <= limit);

    public static Target AtLeast(double limit, double figure, string unit) => new(FormattableString.Invariant($"≥ {limit:#,0.##} {unit}"), figure >= limit);
}
