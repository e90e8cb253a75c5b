namespace JourneyApps.Schema.Reading;

/// <summary>The rules for names: their characters, and reserved ones.</summary>
internal static class Names
{
    // Names are case-sensitive. "type" is a reserved name already.
    private static readonly HashSet<string> Risky = new(
        ("break case catch class const continue debugger default delete do else enum export extends false finally for function if import "
            + "in instanceof new null return super switch this throw true try typeof var void while with any boolean constructor declare "
            + "get "
            + "module require number set string symbol from of").Split(' '),
        StringComparer.Ordinal);

    /// <summary>What the platform reads where an element has no name.</summary>
    public const string Missing = "null";

    /// <summary>An ASCII letter, then ASCII letters, digits and underscores.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || !IsLetter(name[0])) return false;
        foreach (char c in name)
        {
            if (!IsLetter(c) && c is not ((>= '0' and <= '9') or '_')) return false;
        }

        return true;
    }

    public static bool IsReservedModel(string name) => name is "object" or "account" or "id" or "type";

    /// <summary>Keywords of TypeScript, the language of apps.</summary>
    public static bool IsRiskyModel(string name) => Risky.Contains(name);

    public static bool IsReservedField(string name)
        => name is "object" or "account" or "id" or "type" or "_id" or "_type" or "account_id" or "attribute";

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
