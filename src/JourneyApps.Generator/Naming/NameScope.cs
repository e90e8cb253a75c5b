using System.Globalization;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

/// <summary>
/// Gives out the names of one scope. The result depends on the names alone, not on the order of declaration: who wants a name that is
/// free gets it; of several the one of the smallest rank, then the one already spelt so, then the ordinally first.
/// </summary>
internal static class NameScope
{
    /// <summary>Names everything in a scope.</summary>
    /// <param name="requests">What needs a name.</param>
    /// <param name="isReserved">Whether a name must not be used.</param>
    /// <param name="comparer">How names are told apart.</param>
    /// <returns>The names, in the order of the requests.</returns>
    public static NameGrant[] Assign(NameRequest[] requests, Func<string, bool> isReserved, IEqualityComparer<string>? comparer = null)
    {
        int[] order = Order(requests);
        var ranks = new Dictionary<string, int>(requests.Length, comparer ?? StringComparer.Ordinal);
        var grants = new NameGrant[requests.Length];

        foreach (int i in order)
        {
            if (requests[i].Chosen is not { } chosen) continue;
            bool granted = !isReserved(chosen) && TryTake(ranks, chosen, requests[i].Rank);
            grants[i] = granted ? new NameGrant(chosen, NameOutcome.Chosen) : new NameGrant("", NameOutcome.ChoiceRefused);
        }

        // First everybody who can have the plain name, only then the others: no made-up name takes a plain one from its owner.
        foreach (int i in order)
        {
            NameRequest request = requests[i];
            if (request.Chosen is not null || isReserved(request.Plain) || !TryTake(ranks, request.Plain, request.Rank)) continue;
            grants[i] = new NameGrant(request.Plain, NameOutcome.Plain);
        }

        foreach (int i in order)
        {
            if (!string.IsNullOrEmpty(grants[i].Name)) continue;
            NameOutcome outcome = grants[i].Outcome == NameOutcome.ChoiceRefused ? NameOutcome.ChoiceRefused
                : isReserved(requests[i].Plain) ? NameOutcome.Reserved : NameOutcome.Taken;
            grants[i] = new NameGrant(MakeUp(requests[i], ranks, isReserved), outcome);
        }

        return grants;
    }

    private static string MakeUp(NameRequest request, Dictionary<string, int> ranks, Func<string, bool> isReserved)
    {
        bool twin = ranks.TryGetValue(request.Plain, out int rank) && rank == request.Rank && !isReserved(request.Plain);
        string stem = request.Plain;
        if (!twin)
        {
            stem += request.Suffix;
            // A class may be called as its member is now (DisplayValue).
            if (isReserved(stem)) stem = request.Suffix + request.Plain;
            if (!isReserved(stem) && TryTake(ranks, stem, request.Rank)) return stem;
        }

        // Behind a digit the number would read as part of it: Address1 and 2 must not give Address12.
        if (stem[stem.Length - 1] is >= '0' and <= '9') stem += "_";
        for (int number = 2; ; number++)
        {
            string name = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!isReserved(name) && TryTake(ranks, name, request.Rank)) return name;
        }
    }

    private static bool TryTake(Dictionary<string, int> ranks, string name, int rank)
    {
        if (ranks.ContainsKey(name)) return false;
        ranks.Add(name, rank);
        return true;
    }

    private static int[] Order(NameRequest[] requests)
    {
        var order = new int[requests.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (left, right) => Compare(requests[left], requests[right]));
        return order;
    }

    private static int Compare(in NameRequest left, in NameRequest right)
    {
        int byRank = left.Rank.CompareTo(right.Rank);
        if (byRank != 0) return byRank;
        int bySpelling = (left.Plain != left.SchemaName).CompareTo(right.Plain != right.SchemaName);
        return bySpelling != 0 ? bySpelling : string.CompareOrdinal(left.SchemaName, right.SchemaName);
    }
}
