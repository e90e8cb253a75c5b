namespace JourneyApps.Internal.Values.Ids;

/// <summary>The form of id that the platform accepts when it is written: a UUID in lower case.</summary>
internal static class UuidText
{
    private const int Length = 36;

    public static bool IsWritable(string id) => IsUuid(id, out bool hasUpperCase) && !hasUpperCase;

    /// <summary>A UUID in lower case; any other text as it is.</summary>
    public static string ToLower(string text) => IsUuid(text, out bool hasUpperCase) && hasUpperCase ? text.ToLowerInvariant() : text;

    private static bool IsUuid(string text, out bool hasUpperCase)
    {
        hasUpperCase = false;
        if (text.Length != Length) return false;

        for (int i = 0; i < Length; i++)
        {
            bool hyphen = i is 8 or 13 or 18 or 23;
            if (hyphen ? text[i] != '-' : !char.IsAsciiHexDigit(text[i])) return false;
            hasUpperCase |= char.IsAsciiHexDigitUpper(text[i]) && !char.IsAsciiDigit(text[i]);
        }

        return true;
    }
}
