namespace JourneyApps.Schema.Reading;

/// <summary>A list that finds its items by their unique names, also when it has a hundred thousand of them.</summary>
internal sealed class NamedList<T>(Func<T, string> nameOf) where T : class
{
    private const int Few = 24;

    private List<T>? _items;
    private Dictionary<string, T>? _byName;

    public IReadOnlyList<T> Items => _items ?? (IReadOnlyList<T>)[];

    public int Count => _items?.Count ?? 0;

    public T this[int index] => _items![index];

    /// <summary>The item of a name, or <see langword="null"/>.</summary>
    public T? Find(string name)
    {
        if (_byName is not null) return _byName.TryGetValue(name, out T? found) ? found : null;
        for (int i = 0; i < Count; i++)
        {
            if (nameOf(_items![i]) == name) return _items[i];
        }

        return null;
    }

    public void Add(T item)
    {
        (_items ??= []).Add(item);
        if (_byName is null && _items.Count <= Few) return;
        if (_byName is null)
        {
            _byName = new(StringComparer.Ordinal);
            foreach (T earlier in _items) Index(earlier);
            return;
        }

        Index(item);
    }

    private void Index(T item) => _byName![nameOf(item)] = item;
}
