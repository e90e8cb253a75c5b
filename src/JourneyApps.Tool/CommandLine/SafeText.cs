using System.Text;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Makes text from schemas and servers safe to print. A label can contain an escape sequence that clears the screen or sets the
/// window title, or a line break that forges a second line.</summary>
internal static class SafeText
{
    /// <summary>Puts the text on one line and replaces control characters.</summary>
    public static string Line(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Any(IsUnsafe)) return text;

        StringBuilder line = new(text.Length);
        foreach (char c in text) line.Append(c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' ' : IsUnsafe(c) ? '\ufffd' : c);
        return line.ToString();
    }

    // The characters U+202A to U+202E and U+2066 to U+2069 change the direction of the text around them.
    private static bool IsUnsafe(char c) => char.IsControl(c) || c is >= '\u2028' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
