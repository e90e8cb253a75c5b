using System.Globalization;
using System.Text;

namespace JourneyApps.Emulator.Text;

/// <summary>Text in lower case, as the JavaScript of the platform's client has it before it compares.</summary>
internal static class JavaScriptText
{
    // Unicode, SpecialCasing: the only unconditional mapping to several characters, and the form of sigma at the end of a word.
    private const char DottedCapitalI = '\u0130';
    private const string DottedI = "i\u0307";
    private const char CapitalSigma = '\u03A3';
    private const char FinalSigma = '\u03C2';

    // Punctuation within words (Unicode, Word_Break: MidLetter, MidNumLet, Single_Quote).
    private const string WordPunctuation =
        "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    /// <summary>The text in lower case. Unlike <see cref="string.ToLowerInvariant"/> it changes the length of some texts.</summary>
    public static string ToLower(string text)
    {
        if (!text.AsSpan().ContainsAny(DottedCapitalI, CapitalSigma)) return text.ToLowerInvariant();

        StringBuilder lower = new(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not (DottedCapitalI or CapitalSigma))
            {
                int end = text.AsSpan(i).IndexOfAny(DottedCapitalI, CapitalSigma);
                end = end < 0 ? text.Length : i + end;
                lower.Append(text[i..end].ToLowerInvariant());
                i = end - 1;
            }
            else if (text[i] == DottedCapitalI)
            {
                lower.Append(DottedI);
            }
            else
            {
                lower.Append(IsFinal(text, i) ? FinalSigma : char.ToLowerInvariant(CapitalSigma));
            }
        }

        return lower.ToString();
    }

    // A letter with cases comes before it and none after it, apart from marks and punctuation in between.
    private static bool IsFinal(string text, int sigma)
    {
        int before = sigma;
        bool follows = false;
        while (before > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, before), out Rune rune, out int length) == 0)
        {
            before -= length;
            if (IsIgnored(rune)) continue;
            follows = HasCase(rune);
            break;
        }

        if (!follows) return false;
        int after = sigma + 1;
        while (after < text.Length && Rune.DecodeFromUtf16(text.AsSpan(after), out Rune rune, out int length) == 0)
        {
            after += length;
            if (!IsIgnored(rune)) return !HasCase(rune);
        }

        return true;
    }

    // Unicode: Case_Ignorable.
    private static bool IsIgnored(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || (rune.IsBmp && WordPunctuation.Contains((char)rune.Value, StringComparison.Ordinal));

    // Unicode: Cased; the letters, and Other_Lowercase and Other_Uppercase.
    private static bool HasCase(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
