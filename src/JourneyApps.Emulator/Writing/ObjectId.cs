namespace JourneyApps.Emulator.Writing;

/// <summary>Ids: UUIDs in lower case (update-a-single-object page).</summary>
internal static class ObjectId
{
    public static string New() => Guid.NewGuid().ToString("D");

    public static bool IsValid(string text, Assumptions assumptions) =>
        assumptions.IdsMustBeUuids ? IsUuid(text) : text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsUuid(string text)
    {
        if (text.Length != 36) return false;
        for (int i = 0; i < text.Length; i++)
        {
            bool dash = i is 8 or 13 or 18 or 23;
            if (dash ? text[i] != '-' : !char.IsAsciiHexDigitLower(text[i]) && !char.IsAsciiDigit(text[i])) return false;
        }

        return true;
    }
}
