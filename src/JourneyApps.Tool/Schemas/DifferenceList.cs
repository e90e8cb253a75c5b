namespace JourneyApps.Tool.Schemas;

/// <summary>Collects differences.</summary>
internal sealed class DifferenceList : List<Difference>
{
    /// <summary>Notes a value that is not the same.</summary>
    public void Compare(string element, string what, string? before, string? after, Impact impact)
    {
        if (before != after) Add(new Difference(DifferenceKind.Changed, impact, element, what, before, after));
    }

    /// <summary>Pairs two lists by key: what only one has is noted, what both have is compared.</summary>
    /// <param name="before">The first list.</param>
    /// <param name="after">The second list.</param>
    /// <param name="key">What makes two items the same thing.</param>
    /// <param name="describe">An item as element, kind of thing and description.</param>
    /// <param name="compare">Compares two items of one key.</param>
    /// <param name="impactOfChange">What losing or gaining an item means; null when losing breaks and gaining adds.</param>
    public void Match<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key, Func<T, (string Element, string What, string Text)> describe,
        Action<T, T> compare, Impact? impactOfChange = null)
    {
        // The first of several with one key counts, as for the platform.
        Dictionary<string, T> news = [];
        foreach (T item in after) news.TryAdd(key(item), item);
        HashSet<string> olds = [];
        foreach (T item in before)
        {
            if (!olds.Add(key(item))) continue;
            if (news.TryGetValue(key(item), out T? other))
            {
                compare(item, other);
                continue;
            }

            (string element, string what, string text) = describe(item);
            Add(new Difference(DifferenceKind.Removed, impactOfChange ?? Impact.Breaking, element, what, text, null));
        }

        foreach ((string name, T item) in news)
        {
            if (olds.Contains(name)) continue;
            (string element, string what, string text) = describe(item);
            Add(new Difference(DifferenceKind.Added, impactOfChange ?? Impact.Additive, element, what, null, text));
        }
    }
}
