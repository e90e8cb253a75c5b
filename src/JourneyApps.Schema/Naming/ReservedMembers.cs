namespace JourneyApps.Schema.Naming;

/// <summary>Names that a generated member cannot have. A test compares them with the runtime's types.</summary>
internal static class ReservedMembers
{
    /// <summary>Each field has a private member with its name and this suffix.</summary>
    public const string Specified = "Specified";

    private static readonly HashSet<string> Object =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly HashSet<string> Model =
        ["Id", "UpdatedAt", "Display", "IsNew", "HasChanges", "IsStale", "New", "PropertyChanged"];

    private static readonly HashSet<string> Client =
    [
        "Context", "Oplog", "Mirror", "MirrorModels", "CreateMirror", "CreateWebhookReader", "Objects", "Deployment", "Dispose",
        "SaveChanges", "Add", "Update", "Remove",
    ];

    /// <summary>Whether a property of a model must not have this name.</summary>
    public static bool OnModel(string name)
        => Model.Contains(name) || Object.Contains(name)
        || (name.Length > Specified.Length && name.EndsWith(Specified, StringComparison.Ordinal));

    /// <summary>Whether a set on the client must not have this name.</summary>
    public static bool OnClient(string name)
        => Client.Contains(name) || Object.Contains(name) || name.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Whether a query method on a set must not have this name.</summary>
    public static bool OnSet(string name) => Object.Contains(name) || name == "OfParent";
}
