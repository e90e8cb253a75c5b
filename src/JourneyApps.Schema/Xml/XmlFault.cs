namespace JourneyApps.Schema.Xml;

/// <summary>A reason why a document is not well-formed.</summary>
internal readonly record struct XmlFault(SchemaRule Rule, TextSpan Span, string? Argument = null);
