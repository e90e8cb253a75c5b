namespace JourneyApps.Schema.Naming;

/// <summary>Whether names are among those of a list: by comparing when there are few, with a set otherwise.</summary>
internal readonly struct NameLookup<T>
{
    private const int Few = 32;

    private readonly IReadOnlyList<T> _items;
    private readonly Func<T, string> _nameOf;
    private readonly HashSet<string>? _names;

    /// <param name="items">The items with names.</param>
    /// <param name="nameOf">The name of an item.</param>
    /// <param name="lookups">How many names will be looked up.</param>
    public NameLookup(IReadOnlyList<T> items, Func<T, string> nameOf, int lookups)
    {
        (_items, _nameOf) = (items, nameOf);
        if (items.Count > Few && lookups > 1) _names = new HashSet<string>(items.Select(nameOf), StringComparer.Ordinal);
    }

    public bool Contains(string name)
    {
        if (_names is not null) return _names.Contains(name);
        for (int i = 0; i < _items.Count; i++)
        {
            if (_nameOf(_items[i]) == name) return true;
        }

        return false;
    }
}
