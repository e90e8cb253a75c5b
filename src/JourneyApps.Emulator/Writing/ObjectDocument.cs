using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace JourneyApps.Emulator.Writing;

/// <summary>Makes the stored JSON of an object from the body of a request.</summary>
internal static class ObjectDocument
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>The document of a new or replaced object: members that the body leaves out are removed.</summary>
    public static string Replace(ServedModel model, JsonElement body, InputContext context) => Write(model, body, default, context);

    /// <summary>The document of a changed object: members that the body leaves out stay.</summary>
    public static string Patch(ServedModel model, JsonElement body, string existing, InputContext context)
    {
        using var document = JsonDocument.Parse(existing);
        return Write(model, body, document.RootElement, context);
    }

    private static string Write(ServedModel model, JsonElement body, JsonElement existing, InputContext context)
    {
        if (!context.Assumptions.IgnoreUnknownMembers) RefuseUnknownMembers(model, body);

        ArrayBufferWriter<byte> buffer = _buffer ??= new(4096);
        buffer.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (Member member in model.Members)
            {
                if (!member.Codec.TryStore(writer, member, body, context)) KeepExisting(writer, member, existing);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void KeepExisting(Utf8JsonWriter writer, Member member, JsonElement existing)
    {
        if (existing.ValueKind != JsonValueKind.Object || !existing.TryGetProperty(member.KeyUtf8, out JsonElement value)) return;
        writer.WritePropertyName(member.EncodedKey);
        value.WriteTo(writer);
    }

    private static void RefuseUnknownMembers(ServedModel model, JsonElement body)
    {
        foreach (JsonProperty property in body.EnumerateObject())
        {
            bool isKnown = property.Name is "id" or "type" or "updated_at" or "display" || model.Find(property.Name) is not null;
            if (!isKnown) throw ApiException.InvalidValue($"Unknown field '{property.Name}' for '{model.Name}'.");
        }
    }
}
