namespace JourneyApps.Generator.OtherGenerators;

/// <summary>The types of one schema that users name: classes of models, and enums of choices.</summary>
internal sealed class GeneratedTypes
{
    private readonly string _namespace;
    private readonly Dictionary<string, int> _places;

    /// <param name="ns">The namespace of the types.</param>
    /// <param name="models">The names of the models' types.</param>
    public GeneratedTypes(string ns, EquatableArray<ModelTypeNames> models)
    {
        _namespace = ns;
        _places = new Dictionary<string, int>(models.Count, StringComparer.Ordinal);
        foreach (ModelTypeNames model in models)
        {
            _places.Add(model.Class, _places.Count);
            foreach ((_, string name) in model.Enums) _places.Add(name, _places.Count);
        }
    }

    /// <summary>The types that another generator reaches, in the schema's order: by their name alone when the compiler cannot resolve it,
    /// else by their full name.</summary>
    public IEnumerable<string> Among(GeneratorUse use, CancellationToken cancellation)
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
