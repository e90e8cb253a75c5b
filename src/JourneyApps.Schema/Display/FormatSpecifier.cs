namespace JourneyApps.Schema.Display;

/// <summary>The number after a colon in an expression such as <c>cost:.2f</c>. The platform replaces it, before it reads the expression,
/// with a second statement.</summary>
internal static class FormatSpecifier
{
    /// <summary>The expression as JavaScript. What follows the number up to a brace is dropped, and of several colons the last one counts,
    /// as on the platform.</summary>
    public static string Replace(string expression)
    {
        if (expression.IndexOf(':') < 0 || !TryFind(expression, out int colon, out int length)) return expression;

        int end = expression.AsSpan(colon).IndexOfAny('{', '}');
        string replaced = end < 0 ? expression.Substring(colon) : expression.Substring(colon, end);
        int first = expression.IndexOf(replaced, StringComparison.Ordinal);
        string specifier = expression.Substring(colon + 1, length);
        return expression.Remove(first, replaced.Length).Insert(first, $"; $format = \"{specifier}\";");
    }

    /// <summary>Whether a text is nothing but such a number.</summary>
    public static bool IsWhole(string text) => text.Length > 0 && LengthAt(text, 0) == text.Length;

    /// <summary>The number of decimals that a specifier asks for; <see langword="null"/> if it does not.</summary>
    public static int? Decimals(string specifier)
    {
        if (specifier.Length < 3 || specifier[0] != '.' || specifier[specifier.Length - 1] != 'f') return null;
        string digits = specifier.Substring(1, specifier.Length - 2);
        return int.TryParse(digits, out int number) ? number : int.MaxValue;
    }

    /// <summary>Finds the last colon with a number after it before the first brace, else before the next one.</summary>
    private static bool TryFind(string text, out int colon, out int length)
    {
        colon = -1;
        length = 0;
        int start = 0;
        while (start < text.Length)
        {
            int brace = text.AsSpan(start).IndexOfAny('{', '}');
            int end = brace < 0 ? text.Length : start + brace;
            for (int before = Math.Min(end, text.Length - 2); before >= start; before--)
            {
                if (text[before] == '$' || text[before + 1] != ':') continue;
                length = LengthAt(text, before + 2);
                colon = before + 1;
                if (length > 0) return true;
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>The length of a dot, digits and an <c>f</c>, of which only the digits are required; 0 if there are none.</summary>
    private static int LengthAt(string text, int start)
    {
        int digits = start < text.Length && text[start] == '.' ? start + 1 : start;
        int end = digits;
        while (end < text.Length && ScriptChars.IsDigit(text[end])) end++;
        if (end == digits) return 0;
        return (end < text.Length && text[end] == 'f' ? end + 1 : end) - start;
    }
}
