namespace JourneyApps.Schema.Xml;

/// <summary>What came of resolving an entity.</summary>
internal enum XmlEntityKind
{
    /// <summary>It stands for a character.</summary>
    Known,

    /// <summary>There is no entity of this name, or the number is not in its shortest form.</summary>
    Unknown,

    /// <summary>The number is larger than any character's.</summary>
    OutOfRange,
}
