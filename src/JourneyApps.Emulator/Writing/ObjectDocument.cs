using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Writing;

/// <summary>Makes the stored JSON of an object from what a request says about it.</summary>
internal static class ObjectDocument
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>The document of a new or replaced object: what the body leaves out is cleared.</summary>
    public static string Replace(ServedModel model, JsonElement body, WriteContext context) => Write(model, body, default, context);

    /// <summary>The document of a changed object: what the body leaves out stays.</summary>
    public static string Patch(ServedModel model, JsonElement body, string existing, WriteContext context)
    {
        using JsonDocument document = JsonDocument.Parse(existing);
        return Write(model, body, document.RootElement, context);
    }

    private static string Write(ServedModel model, JsonElement body, JsonElement existing, WriteContext context)
    {
        if (!context.Assumptions.IgnoreUnknownMembers) UnknownMembers.Refuse(model, body);

        ArrayBufferWriter<byte> buffer = _buffer ??= new(4096);
        buffer.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (Member member in model.Members)
            {
                if (!MemberWriter.TryWrite(writer, member, body, context)) KeepExisting(writer, member, existing);
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
}
