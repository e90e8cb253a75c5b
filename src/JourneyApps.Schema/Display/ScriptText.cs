using System.Globalization;
using System.Text;

namespace JourneyApps.Schema.Display;

/// <summary>The value of text in quotes.</summary>
internal static class ScriptText
{
    public static string Value(string source, int start, int end)
    {
        int escape = source.IndexOf('\\', start, end - start);
        if (escape < 0) return source.Substring(start, end - start);

        // Searching for a brace that is not there would cost as much as the rest of the text, for each escape sequence.
        int lastBrace = source.LastIndexOf('}', end - 1, end - start);
        StringBuilder value = new(end - start);
        while (start < end)
        {
            char c = source[start++];
            if (c != '\\' || start == end) value.Append(c);
            else value.Append(Escaped(source, ref start, end, lastBrace));
        }

        return value.ToString();
    }

    private static string Escaped(string source, ref int at, int end, int lastBrace)
    {
        char c = source[at++];
        switch (c)
        {
            case 'n': return "\n";
            case 'r': return "\r";
            case 't': return "\t";
            case 'b': return "\b";
            case 'v': return "\v";
            case 'f': return "\f";
            case '\r':
                if (at < end && source[at] == '\n') at++;
                return "";
            case '\n' or '\u2028' or '\u2029': return "";
            case 'x': return Character(source, ref at, Math.Min(at + 2, end));
            case 'u': return Unicode(source, ref at, end, lastBrace);
            case >= '0' and <= '7': return Octal(source, --at, ref at, end);
            default: return c.ToString();
        }
    }

    /// <summary>The character of an escape sequence with four hexadecimal digits, or with any number of them in braces.</summary>
    /// <param name="source">The source.</param>
    /// <param name="at">The offset after the <c>u</c>, then after the sequence.</param>
    /// <param name="end">The offset where the sequence must have ended.</param>
    /// <param name="lastBrace">The offset of the last closing brace before the end, or -1.</param>
    public static string Unicode(string source, ref int at, int end, int lastBrace)
    {
        if (at == end || source[at] != '{') return Character(source, ref at, Math.Min(at + 4, end));
        int close = lastBrace < at ? -1 : source.IndexOf('}', at, end - at);
        at++;
        if (close < 0) return "";
        string character = Character(source, ref at, close);
        at = close + 1;
        return character;
    }

    private static string Character(string source, ref int at, int end)
    {
        int start = at;
        while (at < end && Uri.IsHexDigit(source[at])) at++;
        string digits = source.Substring(start, at - start);
        bool isWhole = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && at == end;
        if (!isWhole || code is < 0 or > 0x10FFFF) return "";
        return code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private static string Octal(string source, int start, ref int at, int end)
    {
        int code = 0;
        while (at < end && at < start + 3 && source[at] is >= '0' and <= '7' && (code * 8) + source[at] - '0' <= 255)
            code = (code * 8) + source[at++] - '0';
        return ((char)code).ToString();
    }
}
