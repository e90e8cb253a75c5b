using System.Buffers;
using System.Text.Encodings.Web;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Copies JSON token by token, so that the target writer decides about indentation and escapes.</summary>
internal static class JsonTokens
{
    public static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        Utf8JsonReader reader = JsonText.NewReader(json);
        reader.Read();
        CopyValue(ref reader, writer);
    }

    /// <summary>Copies the value at which the reader is; the reader ends at its last token.</summary>
    public static void CopyValue(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        int depth = reader.CurrentDepth;
        do
        {
            CopyToken(ref reader, writer);
        }
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
    }

    private static void CopyToken(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.GetString()); break;
            case JsonTokenType.True: writer.WriteBooleanValue(true); break;
            case JsonTokenType.False: writer.WriteBooleanValue(false); break;
            case JsonTokenType.Null: writer.WriteNullValue(); break;
            case JsonTokenType.Number:
                writer.WriteRawValue(
                    reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
