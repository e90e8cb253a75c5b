using System.Buffers;
using System.Text.Encodings.Web;

namespace JourneyApps.Internal.Values.Records;

/// <summary>Between JSON as the API answers and JSON as it wants it.</summary>
internal static class RecordJson
{
    // Everything goes into request bodies, never into HTML.
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonElement Null { get; } = JsonDocument.Parse("null").RootElement;

    /// <summary>Makes an element from what a writer writes.</summary>
    internal static JsonElement From<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) write(writer, value);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The key of a choice or boolean in the form of reading; anything else as it is.</summary>
    internal static JsonElement KeyOf(JsonElement value) => IsChoice(value, out JsonElement key) ? key : value;

    /// <summary>A text, or null for texts that are not valid UTF-8 (a server's fault that views do not throw for).</summary>
    internal static string? String(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether all texts in a value are valid UTF-8. A writer would silently replace what is not.</summary>
    internal static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.Object => value.EnumerateObject().All(static member => member.Name is not null && IsText(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Writes a value as the API takes it: choices and booleans by their key.</summary>
    internal static void WriteKey(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                writer.WriteNullValue();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray()) WriteKey(writer, item);
                writer.WriteEndArray();
                break;
            default:
                KeyOf(value).WriteTo(writer);
                break;
        }
    }

    /// <summary>How a value is written, for comparing.</summary>
    internal static string WrittenText(JsonElement value)
        => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? "null"
            : IsText(value) ? Written(value).GetRawText()
            : RawText(value);

    // Texts that are not UTF-8 are alike: none of them can be written.
    private static string RawText(JsonElement value)
    {
        try
        {
            return value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>A value in the form in which it is written.</summary>
    internal static JsonElement Written(JsonElement value) => From(value, static (writer, element) => WriteKey(writer, element));

    /// <summary>Whether a value is a file as reading gives it: a state and URLs, which no write takes.</summary>
    internal static bool IsReadFile(JsonElement value)
        => value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("state", out JsonElement state)
            && state.ValueKind == JsonValueKind.String;

    // `{key, display}` and nothing else: a location or a track could have a member called key too.
    private static bool IsChoice(JsonElement value, out JsonElement key)
    {
        key = default;
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("key", out key)) return false;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (!member.NameEquals("key") && !member.NameEquals("display")) return false;
        }
        return true;
    }
}
