using JourneyApps.Generator.Pipeline;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

/// <summary>Names that a generated type cannot have.</summary>
internal static class ReservedTypes
{
    /// <summary>Namespaces that users write in full; a type of that name in their own namespace would hide them.</summary>
    private static readonly HashSet<string> Roots = ["System", "Microsoft", "JourneyApps", "Newtonsoft"];

    /// <summary>Whether a type must not have this name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="settings">Where the type would stand.</param>
    public static bool Contains(string name, SchemaSettings settings) =>
        name == settings.Client || ImportedTypes.Contains(name) || RuntimeTypes.Contains(name) || Roots.Contains(name)
        // A member cannot be called like its class, and these members every model has.
        || ReservedMembers.OnModel(name)
        || IsPartOf(settings.Namespace, name);

    private static bool IsPartOf(string ns, string name)
    {
        for (int at = ns.IndexOf(name, StringComparison.Ordinal); at >= 0; at = ns.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || ns[at - 1] == '.') && (end == ns.Length || ns[end] == '.')) return true;
        }

        return false;
    }
}
