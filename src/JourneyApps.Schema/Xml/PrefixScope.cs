namespace JourneyApps.Schema.Xml;

/// <summary>The prefixes that an element declares, which take precedence over those of its enclosing elements.</summary>
internal sealed class PrefixScope(PrefixScope? outer)
{
    private readonly Dictionary<string, string> _uris = new(StringComparer.Ordinal);

    public PrefixScope? Outer { get; } = outer;

    public void Bind(string prefix, string uri) => _uris[prefix] = uri;

    /// <summary>Whether a prefix has a namespace; one with an empty namespace does not.</summary>
    public static bool IsBound(PrefixScope? scope, string prefix)
    {
        for (PrefixScope? at = scope; at is not null; at = at.Outer)
        {
            if (at._uris.TryGetValue(prefix, out string? uri)) return uri.Length > 0;
        }

        return prefix is "xml" or "xmlns";
    }
}
