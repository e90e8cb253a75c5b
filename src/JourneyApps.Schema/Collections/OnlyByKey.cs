namespace JourneyApps.Schema.Collections;

/// <summary>Finds the only item of a key in a list of many.</summary>
internal sealed class OnlyByKey<T> where T : class, IEquatable<T>
{
    private readonly Dictionary<string, T?> _items = new(StringComparer.Ordinal);

    public OnlyByKey(IReadOnlyList<T> items, Func<T, string> keyOf)
    {
        foreach (T item in items.AsSpan())
        {
            // Null for several.
            string key = keyOf(item);
            _items[key] = _items.ContainsKey(key) ? null : item;
        }
    }

    /// <summary>The item; <see langword="null"/> if there is none or more than one.</summary>
    public T? Find(string key) => _items.TryGetValue(key, out T? found) ? found : null;
}
