using System.Globalization;

namespace JourneyApps.Schema;

/// <summary>Takes apart what stands between braces.</summary>
internal static class DisplayExpression
{
    /// <summary>The brace that closes an expression, or −1. Code may hold braces of its own.</summary>
    public static int FindClose(string format, int open)
    {
        if (string.CompareOrdinal(format, open + 1, "$:", 0, 2) != 0) return format.IndexOf('}', open);

        int depth = 0;
        for (int i = open; i < format.Length; i++)
        {
            if (format[i] == '{') depth++;
            else if (format[i] == '}' && --depth == 0) return i;
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
        if (text.AsSpan().IndexOf('?') >= 0) return Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length);

        int colon = text.IndexOf(':');
        string name = colon < 0 ? text : text.Substring(0, colon);
        if (!IsPath(name))
        {
            DisplayPartKind kind = colon < 0 ? DisplayPartKind.Code : DisplayPartKind.Unsupported;
            return Part(kind, kind == DisplayPartKind.Code ? "{$:" + text + "}" : "{" + text + "}", start, text.Length);
        }

        int? decimals = null;
        if (colon >= 0 && !IsSpec(text.Substring(colon + 1), out decimals))
            return Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length);

        EquatableArray<string> path = new(name.Split('.'));
        return new DisplayPart(DisplayPartKind.Value, name, path, decimals, colon >= 0, start, name.Length);
    }

    private static DisplayPart Part(DisplayPartKind kind, string text, int start, int length) =>
        new(kind, text, [], null, HasSpec: false, start, length);

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

    /// <summary><c>.2f</c>, <c>5</c> and <c>5.2f</c>; only the first says how many decimals are shown.</summary>
    private static bool IsSpec(string spec, out int? decimals)
    {
        decimals = null;
        int dot = spec.IndexOf('.');
        string width = dot < 0 ? spec : spec.Substring(0, dot);
        if (dot < 0) return IsDigits(width);
        if (spec[spec.Length - 1] != 'f' || (width.Length > 0 && !IsDigits(width))) return false;

        string digits = spec.Substring(dot + 1, spec.Length - dot - 2);
        if (!IsDigits(digits)) return false;
        if (width.Length > 0) return true;
        decimals = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
        return true;
    }

    private static bool IsDigits(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9') return false;
        }

        return text.Length > 0;
    }

    private static bool IsNumber(string text) =>
        text[0] is >= '0' and <= '9' && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c);
}
