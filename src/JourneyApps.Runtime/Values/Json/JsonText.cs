using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Small conversions between text and JSON.</summary>
internal static class JsonText
{
    /// <summary>The nesting up to which JSON is read. More than any value needs, because a deeply nested value must not cost its
    /// page.</summary>
    public const int MaxDepth = 1000;

    public static Utf8JsonReader NewReader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>JSON without a byte order mark before it, which some servers and gateways add.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    /// <summary>A text as a JSON value: in quotes and escaped, or as it is.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public static byte[] Encode(string text, bool quoted)
        => quoted
            ? [(byte)'"', .. Escaped(Surrogates.Check(text, "A key")), (byte)'"']
            : Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes of a string or number that is escaped or lies in several pieces.</summary>
    public static byte[] Unescaped(ref Utf8JsonReader json)
        => json.TokenType == JsonTokenType.Number ? json.ValueSequence.ToArray() : Encoding.UTF8.GetBytes(json.GetString()!);

    /// <summary>Reads a number within the range of a double.</summary>
    public static bool TryGetDouble(ref Utf8JsonReader json, out double value)
    {
        value = 0;
        return json.TokenType == JsonTokenType.Number
            && ((!json.HasValueSequence && ShortNumber.TryParse(json.ValueSpan, out value))
                || (json.TryGetDouble(out value) && double.IsFinite(value)));
    }

    public static bool IsNumber(string text)
    {
        try
        {
            Utf8JsonReader json = new(Encoding.UTF8.GetBytes(text));
            return json.Read() && json.TokenType == JsonTokenType.Number && json.ValueSpan.Length == text.Length && !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Escaped(string text)
        => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
}
