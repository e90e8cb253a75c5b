using System.Collections.Immutable;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The ranges of ids that a load has stored. Several ranges are read at the same time, so one can be stored before a lower one:
/// the highest stored range says nothing about those below it.</summary>
/// <param name="UpTo">Everything below this id is stored; null at the beginning.</param>
/// <param name="IsComplete">Whether everything is stored.</param>
/// <param name="Above">The stored ranges above <paramref name="UpTo"/>.</param>
internal sealed record LoadedSpans(string? UpTo, bool IsComplete, ImmutableArray<IdSpan> Above)
{
    public static readonly LoadedSpans None = new(null, false, []);

    /// <summary>The same with one more stored range.</summary>
    public LoadedSpans Add(IdSpan span)
    {
        if (IsComplete) return this;
        LoadedSpans joined = this with { Above = Above.Add(span) };
        while (joined.Above.FirstOrDefault(joined.Joins) is var next && joined.Above.Any(joined.Joins))
        {
            if (next.To is null) return new LoadedSpans(null, true, []);
            string upTo = joined.UpTo is { } reached && string.CompareOrdinal(reached, next.To) > 0 ? reached : next.To;
            joined = new LoadedSpans(upTo, false, joined.Above.Remove(next));
        }

        return joined;
    }

    private bool Joins(IdSpan span) => span.From is null || (UpTo is not null && string.CompareOrdinal(span.From, UpTo) <= 0);
}
