namespace JourneyApps.Internal.Values.Json;

/// <summary>Texts with half of a surrogate pair. UTF-8 cannot represent one, and an encoder would silently send U+FFFD instead, so such
/// texts are rejected.</summary>
internal static class Surrogates
{
    /// <summary>Why a text is refused, to follow the name of what it is.</summary>
    internal const string Reason = "the text contains half of a surrogate pair, which UTF-8 and JSON cannot express.";

    /// <summary>Why a text that was read is refused, to follow the name of what it is.</summary>
    internal const string NotUtf8 = "it contains text that is not valid UTF-8, or half of a surrogate pair.";

    /// <summary>Whether every surrogate of a text is in a pair.</summary>
    internal static bool ArePaired(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and int at)
        {
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) return false;
            text = text[(at + 2)..];
        }
        return true;
    }

    /// <summary>Returns a text without half a pair.</summary>
    /// <exception cref="ArgumentException">It has one; the message names what it is.</exception>
    internal static string Check(string text, string what)
        => ArePaired(text) ? text : throw new ArgumentException($"{what} cannot be sent: {Reason}");
}
