namespace JourneyApps.Schema.Xml;

/// <summary>The result of resolving an entity.</summary>
internal enum XmlEntityKind
{
    /// <summary>The entity is a character.</summary>
    Known,

    /// <summary>There is no entity with this name, or the number has leading zeros.</summary>
    Unknown,

    /// <summary>The number is beyond the last character of Unicode.</summary>
    OutOfRange,
}
