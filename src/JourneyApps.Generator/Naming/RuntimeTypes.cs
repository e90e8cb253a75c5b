namespace JourneyApps.Generator.Naming;

/// <summary>The non-generic public types of the runtime's namespace, which every file of a project sees. A test compares the list.</summary>
internal static class RuntimeTypes
{
    private static readonly HashSet<string> Names =
    [
        "Attachment", "AttachmentField", "AttachmentValue", "Location", "LocationField", "Photo", "PhotoField", "Signature",
        "SignatureField", "Track", "TrackField", "TextField", "IntegerField", "NumberField", "DateField", "DateTimeField",
        "BooleanField", "UpdatedAtField", "Filter", "SortKey", "JourneyClient", "JourneyAppOptions", "JourneyCredential",
    ];

    /// <summary>Whether a name is a type of the runtime.</summary>
    /// <param name="name">The name of a type.</param>
    public static bool Contains(string name) => Names.Contains(name);
}
