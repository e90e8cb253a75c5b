using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema.Xml;

/// <summary>What a start tag was found to hold, judged when it ends.</summary>
internal sealed class TagAttributes(string name)
{
    public string Name { get; } = name;

    /// <summary>The attributes with where their names begin.</summary>
    public List<(string Name, int Start)> Items { get; } = [];

    /// <summary>Names that were met before the tag ended, because they had no value.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>The prefixes that the tag declares.</summary>
    public List<(string Prefix, string Uri)>? Bindings { get; private set; }

    public void Bind(string prefix, string uri) => (Bindings ??= []).Add((prefix, uri));
}
