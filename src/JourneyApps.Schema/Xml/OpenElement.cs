namespace JourneyApps.Schema.Xml;

/// <summary>An element whose end tag is still to come.</summary>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Prefixes">The prefixes in force inside it; <see langword="null"/> when no element around declares any.</param>
internal readonly record struct OpenElement(string Name, PrefixScope? Prefixes);
