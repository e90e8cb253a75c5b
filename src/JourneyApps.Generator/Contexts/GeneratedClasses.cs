using System.Collections.Immutable;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Contexts;

/// <summary>The classes of all models that are generated, in the order of the schemas.</summary>
/// <param name="Names">The classes with their namespaces.</param>
internal sealed record GeneratedClasses(EquatableArray<(string Namespace, string Name)> Names)
{
    private Uncompared<Dictionary<string, List<int>>> _places;

    /// <summary>The classes of schemas.</summary>
    public static GeneratedClasses Of(ImmutableArray<NamedSchema> schemas, GenerationPlan plan, CancellationToken cancellation)
    {
        var names = new List<(string Namespace, string Name)>();
        foreach (NamedSchema schema in schemas)
        {
            if (!plan.Generates(schema)) continue;
            foreach (ModelTypeNames model in schema.Types.Models)
            {
                cancellation.ThrowIfCancellationRequested();
                names.Add((schema.Schema.Settings.Namespace, model.Class));
            }
        }

        return new GeneratedClasses(names.ToEquatableArray());
    }

    /// <summary>The classes that a serializer reaches: by their name alone when the compiler cannot resolve it, else by their full
    /// name.</summary>
    public IEnumerable<string> Among(ContextUse use, CancellationToken cancellation)
    {
        var found = new SortedSet<int>();
        foreach (string name in use.Unresolved)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Places().TryGetValue(name, out List<int>? places)) found.UnionWith(places);
        }

        foreach (string name in use.Declared)
        {
            cancellation.ThrowIfCancellationRequested();
            int dot = name.LastIndexOf('.');
            if (dot < 0 || !Places().TryGetValue(name.Substring(dot + 1), out List<int>? places)) continue;
            foreach (int place in places)
            {
                if (Names[place].Namespace == name.Substring(0, dot)) found.Add(place);
            }
        }

        return found.Select(place => Names[place].Name);
    }

    /// <summary>Created at the first use; two threads at once create the same.</summary>
    private Dictionary<string, List<int>> Places()
    {
        if (_places.Value is { } known) return known;
        var all = new Dictionary<string, List<int>>(Names.Count, StringComparer.Ordinal);
        for (int i = 0; i < Names.Count; i++)
        {
            if (!all.TryGetValue(Names[i].Name, out List<int>? places)) all.Add(Names[i].Name, places = []);
            places.Add(i);
        }

        _places = new(all);
        return all;
    }
}
