using System.Globalization;

namespace JourneyApps.Schema.Display;

/// <summary>The character classes of JavaScript.</summary>
internal static class ScriptChars
{
    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>The length of the name character at an offset, in UTF-16 units; 0 if another character is there.</summary>
    public static int NameLength(string text, int at, bool isFirst)
    {
        if (at >= text.Length) return 0;
        char c = text[at];
        if (c < 128) return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$' || (!isFirst && IsDigit(c)) ? 1 : 0;
        int length = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        bool fits = CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation => !isFirst,
            _ => !isFirst && c is '\u200C' or '\u200D' or '\u00B7' or '\u0387',
        };
        return fits ? length : 0;
    }
}
