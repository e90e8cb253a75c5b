namespace JourneyApps.Schema.Parsed;

/// <summary>The places of items in a list, by name.</summary>
internal sealed class NamedPlaces
{
    /// <summary>Hashing a name of a megabyte for each of its members would take quadratic time.</summary>
    private const int LongName = 256;

    private readonly Dictionary<string, int> _places;
    private LongPlace? _last;

    private NamedPlaces(Dictionary<string, int> places) => _places = places;

    /// <summary>The places of items; of several items of a name the first counts.</summary>
    public static NamedPlaces Of<T>(IReadOnlyList<T> items, Func<T, string> nameOf)
    {
        Dictionary<string, int> places = new(items.Count, StringComparer.Ordinal);
        for (int i = items.Count - 1; i >= 0; i--) places[nameOf(items[i])] = i;
        return new NamedPlaces(places);
    }

    /// <summary>The place of a name; −1 if there is none.</summary>
    public int Find(string? name)
    {
        if (name is null) return -1;
        if (name.Length < LongName) return Look(name);
        if (_last is { } last && ReferenceEquals(last.Name, name)) return last.Place;
        int place = Look(name);
        _last = new LongPlace(name, place);
        return place;
    }

    private int Look(string name) => _places.TryGetValue(name, out int place) ? place : -1;

    private sealed record LongPlace(string Name, int Place);
}
