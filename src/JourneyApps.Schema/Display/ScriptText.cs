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

        StringBuilder value = new(end - start);
        while (start < end)
        {
            char c = source[start++];
            if (c != '\\' || start == end) value.Append(c);
            else value.Append(Escaped(source, ref start, end));
        }

        return value.ToString();
    }

    private static string Escaped(string source, ref int at, int end)
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
            case 'u' when at < end && source[at] == '{':
                int close = source.IndexOf('}', at, end - at);
                at++;
                string found = Character(source, ref at, close < 0 ? at : close);
                at = close < 0 ? at : close + 1;
                return found;
            case 'u': return Character(source, ref at, Math.Min(at + 4, end));
            case >= '0' and <= '7': return Octal(source, --at, ref at, end);
            default: return c.ToString();
        }
    }

    private static string Character(string source, ref int at, int end)
    {
        int start = at;
        while (at < end && Uri.IsHexDigit(source[at])) at++;
        if (!int.TryParse(source.Substring(start, at - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) return "";
        return code is < 0 or > 0x10FFFF ? "" : code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private static string Octal(string source, int start, ref int at, int end)
    {
        int code = 0;
        while (at < end && at < start + 3 && source[at] is >= '0' and <= '7' && (code * 8) + source[at] - '0' <= 255)
            code = (code * 8) + source[at++] - '0';
        return ((char)code).ToString();
    }
}
