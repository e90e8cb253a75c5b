namespace JourneyApps.Schema.Xml;

/// <summary>The character classes of the platform's XML parser. It looks at UTF-16 units, so a name cannot contain surrogates.</summary>
internal static class XmlChars
{
    /// <summary>Characters after the first one of a name.</summary>
    public static bool IsNameBody(char c)
        => IsNameStart(c) || (c is (>= '0' and <= '9') or '-' or '.' or '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040');

    public static bool IsNameStart(char c)
        => c < 128
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or ':'
            : c is (>= '\u00C0' and <= '\u00D6') or (>= '\u00D8' and <= '\u00F6') or (>= '\u00F8' and <= '\u02FF')
                or (>= '\u0370' and <= '\u037D') or (>= '\u037F' and <= '\u1FFF') or '\u200C' or '\u200D'
                or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uD7FF')
                or (>= '\uF900' and <= '\uFDCF') or (>= '\uFDF0' and <= '\uFFFD');

    /// <summary>White space in markup: these four characters only.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\n' or '\r' or '\t';

    /// <summary>White space in text: the characters that JavaScript's trim removes.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) ? c != '\u0085' : c == '\uFEFF';

    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!IsBlank(c)) return false;
        }

        return true;
    }
}
