namespace JourneyApps.Schema.Diagnostics;

/// <summary>Makes arguments of messages from texts of a schema.</summary>
internal static class MessageArgument
{
    /// <summary>The length from which an argument is cut.</summary>
    public const int MaxLength = 1000;

    /// <summary>A text as part of a message, which is one line of a build's output: cut, and with blanks for line breaks.</summary>
    public static string Of(string text)
    {
        bool isLong = text.Length > MaxLength;
        if (!isLong && IsPlain(text)) return text;

        char[] shown = text.Substring(0, Math.Min(text.Length, MaxLength)).ToCharArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (IsBreak(shown[i])) shown[i] = ' ';
        }

        // Do not end with half of a surrogate pair.
        int length = char.IsHighSurrogate(shown[shown.Length - 1]) ? shown.Length - 1 : shown.Length;
        return new string(shown, 0, length) + (isLong ? "…" : "");
    }

    /// <summary>Texts as parts of a message.</summary>
    public static EquatableArray<string> All(string[] texts)
    {
        for (int i = 0; i < texts.Length; i++) texts[i] = Of(texts[i]);
        return EquatableArray.Adopt(texts);
    }

    /// <summary>Names with commas between them, no more of them than an argument can show.</summary>
    public static string Join(IEnumerable<string> names)
    {
        System.Text.StringBuilder joined = new();
        foreach (string name in names)
        {
            if (joined.Length > 0) joined.Append(", ");
            joined.Append(name, 0, Math.Min(name.Length, MaxLength + 1));
            if (joined.Length > MaxLength) break;
        }

        return joined.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (IsBreak(c)) return false;
        }

        return true;
    }

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
