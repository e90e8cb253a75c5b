namespace JourneyApps.Schema.Xml;

/// <summary>Something that keeps a document from being XML.</summary>
internal readonly record struct XmlFault(FindingRule Rule, TextSpan Span, string? Argument = null);
