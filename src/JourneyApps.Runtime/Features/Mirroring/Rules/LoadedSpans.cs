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

    /// <summary>The ranges that are not stored, in rising order.</summary>
    public IEnumerable<IdSpan> Missing
    {
        get
        {
            if (IsComplete) yield break;
            string? from = UpTo;
            foreach (IdSpan span in Above)
            {
                yield return new IdSpan(from, span.From);
                if (span.To is null) yield break;
                from = span.To;
            }

            yield return new IdSpan(from, null);
        }
    }

    /// <summary>Whether a range is stored.</summary>
    public bool Has(IdSpan span)
        => !Missing.Any(missing => IsBefore(missing.From, span.To) && IsBefore(span.From, missing.To));

    /// <summary>The same with one more stored range.</summary>
    public LoadedSpans Add(IdSpan span)
    {
        if (IsComplete) return this;
        LoadedSpans joined = this with { Above = WithAbove(span) };
        while (joined.Above.FirstOrDefault(joined.Joins) is var next && joined.Above.Any(joined.Joins))
        {
            if (next.To is null) return new LoadedSpans(null, true, []);
            string upTo = joined.UpTo is { } reached && string.CompareOrdinal(reached, next.To) > 0 ? reached : next.To;
            joined = new LoadedSpans(upTo, false, joined.Above.Remove(next));
        }

        return joined;
    }

    // No end is before everything, or after it.
    private static bool IsBefore(string? from, string? to) => from is null || to is null || string.CompareOrdinal(from, to) < 0;

    // Ranges that touch become one, so a checkpoint has no more of them than there are requests.
    private ImmutableArray<IdSpan> WithAbove(IdSpan span)
    {
        List<IdSpan> spans = [];
        foreach (IdSpan next in Above.Add(span).OrderBy(static each => each.From, StringComparer.Ordinal))
        {
            if (spans is [.., var last] && (last.To is null || string.CompareOrdinal(next.From, last.To) <= 0))
                spans[^1] = last with { To = Later(last.To, next.To) };
            else spans.Add(next);
        }

        return [.. spans];
    }

    private static string? Later(string? left, string? right)
        => left is null || right is null ? null : string.CompareOrdinal(left, right) > 0 ? left : right;

    private bool Joins(IdSpan span) => span.From is null || (UpTo is not null && string.CompareOrdinal(span.From, UpTo) <= 0);
}
