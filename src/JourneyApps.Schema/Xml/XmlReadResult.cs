namespace JourneyApps.Schema.Xml;

/// <summary>What reading a document came to.</summary>
internal enum XmlReadResult
{
    /// <summary>The tree is the document.</summary>
    WellFormed,

    /// <summary>The tree is the document, unless a closer look finds a fault (in its prefixes or in very many attributes).</summary>
    Doubtful,

    /// <summary>The reader met what it does not follow.</summary>
    Failed,
}
