using System.Globalization;

namespace JourneyApps.Schema.Naming;

/// <summary>Converts names and texts of a schema to C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>The maximum length; longer names are cut. The compiler's limit for a name in metadata is 1,023, and some names consist of
    /// two.</summary>
    public const int MaxLength = 400;

    /// <summary>The plain C# name of a schema name: the words between underscores, each with an upper-case first letter; other characters
    /// stay as they are. Only the letters a to z are changed, so the result does not depend on the machine.</summary>
    /// <param name="name">A name by the platform's rule: an ASCII letter, then letters, digits and underscores.</param>
    public static string FromSchemaName(string name) => FromText(name) ?? "Unnamed";

    /// <summary>A C# name from any text: letters and digits are kept, all other characters separate words. <see langword="null"/> if the
    /// text has no letter or digit. The name can start with a digit.</summary>
    public static string? FromText(string text)
    {
        if (IsPascal(text)) return text;
        Span<char> name = stackalloc char[MaxLength];
        int length = 0;
        bool wordStart = true;
        foreach (char c in text)
        {
            if (!IsPart(c, atStart: length == 0))
            {
                wordStart = true;
                continue;
            }

            if (length == MaxLength) break;
            name[length++] = wordStart ? Upper(c) : c;
            wordStart = false;
        }

        return length == 0 ? null : name.Slice(0, length).ToString();
    }

    /// <summary>Whether a name from the user is valid for a member or a type: an upper-case letter, then letters, digits and
    /// underscores.</summary>
    public static bool IsChoosable(string name)
    {
        if (name.Length is 0 or > MaxLength || !char.IsUpper(name[0])) return false;
        foreach (char c in name)
        {
            if (c != '_' && !IsPart(c, atStart: false)) return false;
        }

        return true;
    }

    private static bool IsPascal(string text)
    {
        if (text.Length is 0 or > MaxLength || text[0] is < 'A' or > 'Z') return false;
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))) return false;
        }

        return true;
    }

    private static bool IsPart(char c, bool atStart)
    {
        if (c < '\u0080') return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !atStart,
            _ => false,
        };
    }

    // Some runtimes convert the dotless i and the long s to upper-case letters in the ASCII range, others do not.
    private static char Upper(char c) => c is 'ı' or 'ſ' ? c : char.ToUpperInvariant(c);
}
