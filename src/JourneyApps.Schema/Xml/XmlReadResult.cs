namespace JourneyApps.Schema.Xml;

/// <summary>The result of reading a document.</summary>
internal enum XmlReadResult
{
    /// <summary>The tree is the document.</summary>
    WellFormed,

    /// <summary>The tree is the document, unless <see cref="WellFormedness"/> finds a fault in its prefixes or in very many
    /// attributes.</summary>
    Doubtful,

    /// <summary>The document is not well-formed, or the reader does not support it.</summary>
    Failed,
}
