namespace JourneyApps.Internal.Values.Ids;

/// <summary>The only form of id that the platform accepts: a UUID in lower case.</summary>
internal static class UuidText
{
    private const int Length = 36;

    public static bool IsWritable(string id)
    {
        if (id.Length != Length) return false;

        for (int i = 0; i < Length; i++)
        {
            bool hyphen = i is 8 or 13 or 18 or 23;
            if (hyphen ? id[i] != '-' : !char.IsAsciiHexDigitLower(id[i])) return false;
        }

        return true;
    }
}
