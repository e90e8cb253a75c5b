using System.Globalization;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes any text from a schema into a documentation comment.</summary>
internal static class DocText
{
    /// <summary>Writes a text as XML on one line. Line breaks (C# has five, U+0085, U+2028 and U+2029 among them) would end the comment,
    /// and some characters are not allowed in XML: they become a space.</summary>
    public static void Doc(this CodeWriter writer, string text)
    {
        writer.ThrowIfCanceled();
        bool space = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsPair(text, i))
            {
                writer.Write(c);
                writer.Write(text[++i]);
                space = false;
            }
            else if (IsBlank(c))
            {
                if (!space) writer.Write(' ');
                space = true;
            }
            else
            {
                Escape(writer, c);
                space = false;
            }
        }
    }

    /// <summary>Whether the written text contains a visible character.</summary>
    public static bool IsVisible(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i) || !IsBlank(text[i])) return true;
        }

        return false;
    }

    private static void Escape(CodeWriter writer, char c)
    {
        switch (c)
        {
            case '&': writer.Write("&amp;"); break;
            case '<': writer.Write("&lt;"); break;
            case '>': writer.Write("&gt;"); break;
            default: writer.Write(c); break;
        }
    }

    private static bool IsPair(string text, int index)
        => char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static bool IsBlank(char c) => c <= ' ' || c is '\uFFFE' or '\uFFFF' || (c >= '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
