namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Decides where to cut a range of ids that has more objects than a response contains.</summary>
internal static class IdRangeCuts
{
    // A part aims at this many percent of a page, so that uneven ids rarely overfill one.
    private const int FullPercent = 90;

    // A larger total is not believed at once: what it gets wrong costs a request for each part.
    private const long MostParts = 20_000;

    // From fewer ids nothing is known about where the others are.
    private const int SmallSample = 20;

    private const int Intervals = 20;

    /// <summary>Cuts a range into at least two parts, in rising order.</summary>
    /// <param name="range">The range.</param>
    /// <param name="sample">Ids of it, in the order of the response.</param>
    /// <param name="perPage">How many objects a response contains.</param>
    /// <param name="total">How many objects the range has, or an estimate.</param>
    /// <returns>The parts; null if the range cannot be cut.</returns>
    internal static List<IdRange>? Cut(IdRange range, IReadOnlyList<string> sample, int perPage, long total)
    {
        string[] ids = [.. sample.Order(StringComparer.Ordinal)];
        var numbers = NumberScale.Find(range, sample, total);
        IdScale scale = numbers ?? IdScale.For(ids);
        UInt128 low = range.From is null ? UInt128.Zero : scale.PlaceOf(range.From);
        UInt128 high = range.To is null ? scale.Top : scale.PlaceOf(range.To);
        long parts = Math.Clamp((total - 1) / Math.Max(1, perPage * FullPercent / 100) + 1, 2, MostParts);

        List<string> cuts = [];
        if (high > low)
        {
            IEnumerable<UInt128> places = numbers is { IsEven: true }
                ? Even(low, high, (int)parts)
                : Places(ids, sample, scale, low, high, (int)parts, perPage, total);
            foreach (UInt128 place in places)
            {
                string cut = scale.TextAt(UInt128.Min(place, scale.Top - 1));
                if (IsInside(range, cut) && (cuts.Count == 0 || string.CompareOrdinal(cut, cuts[^1]) > 0)) cuts.Add(cut);
            }
        }
        if (cuts.Count == 0)
        {
            if (ids.Length == 0 || OneCut(range, ids, scale) is not { } only) return null;
            cuts.Add(only);
        }

        List<IdRange> result = new(cuts.Count + 1);
        string? from = range.From;
        foreach (string cut in cuts)
        {
            result.Add(new IdRange(from, cut));
            from = cut;
        }
        result.Add(new IdRange(from, range.To));
        return result;
    }

    private static IEnumerable<UInt128> Places(
        string[] ids, IReadOnlyList<string> sample, IdScale scale, UInt128 low, UInt128 high, int parts, int perPage, long total)
    {
        UInt128[] places = Array.ConvertAll(ids, scale.PlaceOf);
        int count = places.Length;
        bool isSorted = ids.SequenceEqual(sample, StringComparer.Ordinal);
        if (count == 0 || (isSorted && count < SmallSample)) return Even(low, high, parts);

        if (!isSorted) return IsEven(places, low, high) ? Even(low, high, parts) : Quantiles(places, parts);

        // In order of the ids, the response most likely has the lowest ones, so the others lie above them.
        double share = (double)(places[^1] - places[0]) / (double)(high - low) * total / count;
        return share is > 0.7 and < 1.4 ? Even(low, high, parts) : Onward(places, high, parts, perPage);
    }

    private static IEnumerable<UInt128> Even(UInt128 low, UInt128 high, int parts)
        => Enumerable.Range(1, parts - 1).Select(part => low + Part(high - low, part, parts));

    // Steps as wide as the upper half of the response needs.
    private static IEnumerable<UInt128> Onward(UInt128[] places, UInt128 high, int parts, int perPage)
    {
        int middle = places.Length / 2;
        var aim = Math.Max(1, perPage * FullPercent / 100);
        var half = UInt128.Max(UInt128.One, places[^1] - places[middle]);
        var step = UInt128.Max(UInt128.One, Part(half, aim, places.Length - middle));
        UInt128 place = places[^1];
        yield return place;
        for (int i = 0; i < parts + (parts / 8) && high > place && high - place > step; i++)
        {
            place += step;
            yield return place;
        }
    }

    // Between every 25th id of a sample of a thousand.
    private static IEnumerable<UInt128> Quantiles(UInt128[] places, int parts)
    {
        int count = places.Length, every = Math.Max(1, count / 40);
        for (int part = 1; part < parts; part++)
        {
            double place = (double)part * count / parts;
            int first = (int)place / every * every, last = Math.Min(count - 1, first + every);
            first = Math.Min(first, last);
            yield return places[first]
                + Part(places[last] - places[first], (int)(1000 * (place - first)), 1000 * Math.Max(1, last - first));
        }
    }

    private static bool IsEven(UInt128[] places, UInt128 low, UInt128 high)
    {
        int count = places.Length;
        double all = (double)(places[^1] - places[0]), mean = all / Intervals;
        if (mean <= 0 || all / (double)(high - low) <= 0.8) return false;
        for (int i = 0; i < Intervals; i++)
        {
            UInt128 width = places[Math.Min(count - 1, (i + 1) * count / Intervals)] - places[i * count / Intervals];
            if (Math.Abs((double)width - mean) >= 0.75 * mean) return false;
        }
        return true;
    }

    private static string? OneCut(IdRange range, string[] ids, IdScale scale)
    {
        foreach (string id in (string[])[ids[ids.Length / 2], ids[^1]])
        {
            if (IsInside(range, id)) return id;
        }
        // All are the lowest id of the range: the following range has the others.
        string next = scale is UuidScale && scale.PlaceOf(ids[^1]) is var place && place < scale.Top
            ? scale.TextAt(place + 1)
            : ids[^1] + "-";
        return IsInside(range, next) ? next : null;
    }

    private static bool IsInside(IdRange range, string cut)
        => (range.From is null || string.CompareOrdinal(cut, range.From) > 0)
        && (range.To is null || string.CompareOrdinal(cut, range.To) < 0);

    // Without overflow for any width, as long as the part of it is not above the whole.
    private static UInt128 Part(UInt128 width, int part, int parts)
    {
        var (divisor, factor) = ((UInt128)parts, (UInt128)part);
        return (width / divisor * factor) + (width % divisor * factor / divisor);
    }
}
