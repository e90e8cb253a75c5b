namespace JourneyApps.Schema.Xml;

/// <summary>An element whose end tag has not been read yet.</summary>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Prefixes">The prefixes in force inside it; <see langword="null"/> if no enclosing element declares any.</param>
internal readonly record struct OpenElement(string Name, PrefixScope? Prefixes);
