namespace JourneyApps.Schema.Xml;

/// <summary>The attributes of a start tag, checked at its end.</summary>
internal sealed class TagAttributes(string name)
{
    public string Name { get; } = name;

    /// <summary>The attributes with the offsets of their names.</summary>
    public List<(string Name, int Start)> Items { get; } = [];

    /// <summary>Names of attributes without a value.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>The prefixes that the tag declares.</summary>
    public List<(string Prefix, string Uri)>? Bindings { get; private set; }

    public void Bind(string prefix, string uri) => (Bindings ??= []).Add((prefix, uri));
}
