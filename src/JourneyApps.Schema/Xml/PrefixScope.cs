namespace JourneyApps.Schema.Xml;

/// <summary>The prefixes that one element declares, before those declared around it.</summary>
internal sealed class PrefixScope(PrefixScope? outer)
{
    private readonly Dictionary<string, string> _uris = new(StringComparer.Ordinal);

    public PrefixScope? Outer { get; } = outer;

    public void Bind(string prefix, string uri) => _uris[prefix] = uri;

    /// <summary>Whether a prefix stands for a namespace. Bound to nothing is as good as not bound.</summary>
    public static bool IsBound(PrefixScope? scope, string prefix)
    {
        for (PrefixScope? at = scope; at is not null; at = at.Outer)
        {
            if (at._uris.TryGetValue(prefix, out string? uri)) return uri.Length > 0;
        }

        return prefix is "xml" or "xmlns";
    }
}
