using System.Globalization;

namespace JourneyApps.Schema.Display;

/// <summary>Parses the expressions between braces.</summary>
internal static class DisplayExpression
{
    /// <summary>The brace that closes an expression, or −1. Pairs of braces inside are counted; quoted text is skipped.</summary>
    public static int FindClose(string format, int open)
    {
        int depth = 0;
        for (int i = open; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
                case '"' or '\'':
                    i = format.IndexOf(format[i], i + 1);
                    if (i < 0) return -1;
                    break;
            }
        }

        return -1;
    }

    public static DisplayPart Parse(string format, int start, int end)
    {
        while (start < end && IsBlank(format[start])) start++;
        while (end > start && IsBlank(format[end - 1])) end--;
        string text = format.Substring(start, end - start);

        if (text.Length == 0 || IsNumber(text)) return Part(DisplayPartKind.Literal, text, start, text.Length);
        if (text.StartsWith("$:", StringComparison.Ordinal)) return Part(DisplayPartKind.Code, "{" + text + "}", start, text.Length);
        if (text[0] == '?') return Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length);
        if (IsQuoted(text)) return Part(DisplayPartKind.Literal, text.Substring(1, text.Length - 2), start, text.Length);

        int colon = text.IndexOf(':');
        string name = colon < 0 ? text : text.Substring(0, colon);
        if (!IsPath(name))
        {
            return HoldsLooseWords(text)
                ? Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length)
                : Part(DisplayPartKind.Code, "{$:" + text + "}", start, text.Length);
        }

        int? decimals = null;
        if (colon >= 0 && !IsSpec(text.Substring(colon + 1), out decimals))
            return Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length);

        string[] path = name.IndexOf('.') < 0 ? [name] : name.Split('.');
        return new DisplayPart(DisplayPartKind.Value, name, EquatableArray.ListOf(path), decimals, colon >= 0, start, name.Length);
    }

    private static DisplayPart Part(DisplayPartKind kind, string text, int start, int length)
        => new(kind, text, [], null, HasSpec: false, start, length);

    /// <summary>Names joined by dots. Letters of every alphabet count, so that a misspelt name is undefined rather than code.</summary>
    private static bool IsPath(string text)
    {
        bool begins = true;
        foreach (char c in text)
        {
            bool fits = c == '.' ? !begins : c == '_' || char.IsLetter(c) || (!begins && char.IsDigit(c));
            if (!fits) return false;
            begins = c == '.';
        }

        return !begins;
    }

    /// <summary>A number; with a dot before and an f after it, the number of decimals. The rest is ignored.</summary>
    private static bool IsSpec(string spec, out int? decimals)
    {
        decimals = null;
        bool hasDot = spec.Length > 0 && spec[0] == '.';
        int start = hasDot ? 1 : 0;
        int end = start;
        while (end < spec.Length && spec[end] is >= '0' and <= '9') end++;
        if (end == start) return false;

        if (!hasDot || end == spec.Length || spec[end] != 'f') return true;
        string digits = spec.Substring(start, end - start);
        decimals = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
        return true;
    }

    /// <summary>Text in quotes is a constant.</summary>
    private static bool IsQuoted(string text) => text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1;

    /// <summary>Whether the text has two words side by side, as in <c>{first name}</c>, which is not JavaScript and which the platform
    /// refuses. Operators do not count as words.</summary>
    private static bool HoldsLooseWords(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i < words.Length; i++)
        {
            if (IsPath(words[i - 1]) && IsPath(words[i]) && !IsOperator(words[i - 1]) && !IsOperator(words[i])) return true;
        }

        return false;
    }

    private static bool IsOperator(string word)
        => word is "in" or "of" or "instanceof" or "typeof" or "void" or "new" or "delete" or "await" or "async" or "return" or "yield"
            or "let" or "const" or "var" or "function" or "else" or "throw" or "case";

    private static bool IsNumber(string text)
        => text[0] is >= '0' and <= '9' && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c);
}
