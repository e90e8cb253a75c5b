namespace JourneyApps.Generator.Contexts;

/// <summary>The classes of one schema's models.</summary>
internal sealed class GeneratedClasses
{
    private readonly string _namespace;
    private readonly Dictionary<string, int> _places;

    /// <param name="ns">The namespace of the classes.</param>
    /// <param name="models">The names of the models' types.</param>
    public GeneratedClasses(string ns, EquatableArray<ModelTypeNames> models)
    {
        _namespace = ns;
        _places = new Dictionary<string, int>(models.Count, StringComparer.Ordinal);
        for (int i = 0; i < models.Count; i++) _places.Add(models[i].Class, i);
    }

    /// <summary>The classes that a serializer reaches, in the schema's order: by their name alone when the compiler cannot resolve it, else
    /// by their full name.</summary>
    public IEnumerable<string> Among(ContextUse use, CancellationToken cancellation)
    {
        var found = new SortedDictionary<int, string>();
        foreach (string name in use.Unresolved)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_places.TryGetValue(name, out int place)) found[place] = name;
        }

        foreach (string fullName in use.Declared)
        {
            cancellation.ThrowIfCancellationRequested();
            int dot = fullName.LastIndexOf('.');
            if (dot < 0 || fullName.Substring(0, dot) != _namespace) continue;
            string name = fullName.Substring(dot + 1);
            if (_places.TryGetValue(name, out int place)) found[place] = name;
        }

        return found.Values;
    }
}
