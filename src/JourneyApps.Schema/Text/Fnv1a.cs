namespace JourneyApps.Schema.Text;

/// <summary>The FNV-1a hash over UTF-16 units: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class Fnv1a
{
    public static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }

    public static ulong Hash64(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = unchecked((hash ^ c) * 1099511628211);
        return hash;
    }
}
