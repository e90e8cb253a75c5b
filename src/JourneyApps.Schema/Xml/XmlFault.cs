namespace JourneyApps.Schema.Xml;

/// <summary>Something that keeps a document from being XML.</summary>
internal readonly record struct XmlFault(SchemaRule Rule, TextSpan Span, string? Argument = null);
