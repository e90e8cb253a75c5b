namespace JourneyApps.Schema.Naming;

/// <summary>Names that a generated type cannot have.</summary>
internal static class ReservedTypes
{
    private const string RuntimeNamespace = "JourneyApps";

    // Users write these namespaces in full; a type with such a name in their own namespace would hide them.
    private static readonly HashSet<string> RootNamespaces = ["System", "Microsoft", RuntimeNamespace, "Newtonsoft"];

    // The namespaces below the runtime's: a type of that name in the namespace JourneyApps itself conflicts with one (CS0437).
    private static readonly HashSet<string> RuntimeNamespaces =
    [
        "CompilerServices", "Deployments", "Emulator", "Extensions", "Generator", "Http", "Internal", "Mirroring", "NamedOperators",
        "Oplog", "Records", "Schema", "Testing", "Webhooks",
    ];

    /// <summary>Whether a type must not have a name.</summary>
    public static bool Contains(string name, string ns, string client)
        => name == client || ImportedTypes.Contains(name) || RuntimeTypes.Contains(name) || RootNamespaces.Contains(name)
        || (ns == RuntimeNamespace && RuntimeNamespaces.Contains(name))
        // A member cannot have the name of its class, and every model has these members.
        || ReservedMembers.OnModel(name)
        || IsPartOf(ns, name);

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
