using System.Globalization;

namespace JourneyApps.Schema.Naming;

/// <summary>Assigns the names of one scope. The result depends on the names alone, not on the order of declaration: a candidate gets its
/// plain name if it is free; of several candidates the one with the lowest rank gets it, then the one spelled that way, then the ordinally
/// first.</summary>
internal static class NameScope
{
    /// <summary>Assigns a name to each candidate.</summary>
    public static void Assign(IEnumerable<NameCandidate> candidates, Func<string, bool> isReserved, CancellationToken cancellation)
    {
        NameCandidate[] ordered = [.. candidates];
        Sort(ordered, cancellation);
        var ranks = new Dictionary<string, int>(ordered.Length, StringComparer.Ordinal);
        foreach (NameCandidate candidate in ordered)
        {
            cancellation.ThrowIfCancellationRequested();
            if (candidate.Override is not { } name) continue;
            bool isFree = !isReserved(name) && TryTake(candidate, name, ranks);
            candidate.Resolution = isFree ? NameResolution.Overridden : NameResolution.OverrideRefused;
        }

        // Plain names first, so that a derived name never displaces one.
        foreach (NameCandidate candidate in ordered)
        {
            cancellation.ThrowIfCancellationRequested();
            if (candidate.Override is null && !isReserved(candidate.Plain)) TryTake(candidate, candidate.Plain, ranks);
        }

        Dictionary<string, int>? numbers = null;
        foreach (NameCandidate candidate in ordered)
        {
            cancellation.ThrowIfCancellationRequested();
            if (candidate.Name.Length > 0) continue;
            if (candidate.Override is null)
            {
                candidate.Resolution = isReserved(candidate.Plain) ? NameResolution.Reserved : NameResolution.Taken;
            }

            MakeUnique(candidate, ranks, numbers ??= new(StringComparer.Ordinal), isReserved);
        }
    }

    private static void MakeUnique(
        NameCandidate candidate, Dictionary<string, int> ranks, Dictionary<string, int> numbers, Func<string, bool> isReserved)
    {
        bool isTakenByEqual = ranks.TryGetValue(candidate.Plain, out int rank) && rank == candidate.Rank && !isReserved(candidate.Plain);
        string stem = candidate.Plain;
        if (!isTakenByEqual)
        {
            stem += candidate.Suffix;
            // The class itself can have the suffixed name (DisplayValue).
            if (isReserved(stem)) stem = candidate.Suffix + candidate.Plain;
            if (!isReserved(stem) && TryTake(candidate, stem, ranks)) return;
        }

        // After a digit the number would read as a part of it: Address1 and 2 must not give Address12.
        if (stem[stem.Length - 1] is >= '0' and <= '9') stem += "_";
        // All numbers below the last one of the stem are taken or reserved.
        numbers.TryGetValue(stem, out int number);
        for (number = Math.Max(number, 2); ; number++)
        {
            string name = stem + number.ToString(CultureInfo.InvariantCulture);
            if (isReserved(name) || !TryTake(candidate, name, ranks)) continue;
            numbers[stem] = number + 1;
            return;
        }
    }

    private static bool TryTake(NameCandidate candidate, string name, Dictionary<string, int> ranks)
    {
        if (ranks.ContainsKey(name)) return false;
        ranks.Add(name, candidate.Rank);
        candidate.Name = name;
        return true;
    }

    private static bool IsRespelled(NameCandidate candidate) => candidate.Owner.Length > 0 || candidate.Plain != candidate.SchemaName;

    private static void Sort(NameCandidate[] candidates, CancellationToken cancellation)
    {
        try
        {
            Array.Sort(candidates, (left, right) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return Compare(left, right);
            });
        }
        catch (InvalidOperationException)
        {
            // The sort wraps the cancellation.
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static int Compare(NameCandidate left, NameCandidate right)
    {
        int byRank = left.Rank.CompareTo(right.Rank);
        if (byRank != 0) return byRank;
        int bySpelling = IsRespelled(left).CompareTo(IsRespelled(right));
        if (bySpelling != 0) return bySpelling;
        int byOwner = string.CompareOrdinal(left.Owner, right.Owner);
        return byOwner != 0 ? byOwner : string.CompareOrdinal(left.SchemaName, right.SchemaName);
    }
}
