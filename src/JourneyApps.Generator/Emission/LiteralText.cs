using System.Globalization;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes text from a schema as a C# string literal.</summary>
internal static class LiteralText
{
    /// <summary>Writes a text in quotes. Invisible characters and line breaks are escaped.</summary>
    public static void Literal(this CodeWriter writer, string text)
    {
        writer.ThrowIfCanceled();
        writer.Write('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                writer.Write('\\');
                writer.Write(c);
            }
            else if (IsPlain(c))
            {
                writer.Write(c);
            }
            else
            {
                Number(writer, c);
            }
        }

        writer.Write('"');
    }

    private static bool IsPlain(char c) => c < '\u007F' ? c >= ' ' : CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static void Number(CodeWriter writer, char c)
    {
        const string Digits = "0123456789abcdef";
        writer.Write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) writer.Write(Digits[(c >> shift) & 15]);
    }
}
