using System.Buffers;
using System.Text.Json;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Writing;

/// <summary>Attachments: uploaded as <c>{base64, filename}</c>, linked by <c>{field}_id</c>, cleared by null (backend-api §7.1).</summary>
internal static class AttachmentValue
{
    // attachments page: only lower-case letters, digits, '_', '-', '.' and space.
    private static readonly SearchValues<char> FileNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-. ");

    public static bool TryWrite(Utf8JsonWriter writer, Member member, JsonElement body, WriteContext context)
    {
        bool hasValue = body.TryGetProperty(member.Name, out JsonElement value);
        if (hasValue && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("base64"u8, out JsonElement base64))
        {
            writer.WriteString(member.EncodedKey, Take(member, value, base64, context));
            return true;
        }

        if (body.TryGetProperty(member.KeyUtf8, out JsonElement id))
        {
            if (id.ValueKind == JsonValueKind.Null) return context.Assumptions.NullAttachmentIdClears || (hasValue && value.ValueKind == JsonValueKind.Null);
            writer.WriteString(member.EncodedKey, JsonText.Of(id) is { } text && ObjectId.IsValid(text, context.Assumptions) ? text : throw MemberWriter.Wrong(member, "a lower-case UUID"));
            return true;
        }

        // An object without base64 is what a read shows; sent back alone it says nothing new.
        return hasValue && value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Object when value.TryGetProperty("state"u8, out _) => false,
            _ => throw WriteContext.Invalid($"Invalid value for field '{member.Name}': base64 and filename expected."),
        };
    }

    private static string Take(Member member, JsonElement value, JsonElement base64, WriteContext context)
    {
        Upload upload = context.Uploads.Resolve(JsonText.Of(base64) ?? throw WriteContext.Invalid($"Invalid base64 for field '{member.Name}'."));
        if (!upload.IsValid) throw WriteContext.Invalid($"Invalid base64 for field '{member.Name}'.");

        ReadOnlySpan<byte> start = upload.Chunks.Count > 0 ? upload.Chunks[0].Span[..Math.Min(512, upload.Chunks[0].Length)] : [];
        string mediaType = MediaType.Of(start, member.Field!);
        string fileName = FileName(member, value) ?? member.Name + MediaType.Extension(mediaType);
        StoredAttachment attachment = new(ObjectId.New(), fileName, mediaType, upload.Length, upload.Digest(), StoredAttachment.Uploaded);
        context.Taken.Add((attachment, upload));
        return attachment.Id;
    }

    private static string? FileName(Member member, JsonElement value)
    {
        if (!value.TryGetProperty("filename"u8, out JsonElement given) || given.ValueKind == JsonValueKind.Null) return null;
        string? name = JsonText.Of(given);
        return !string.IsNullOrEmpty(name) && !name.AsSpan().ContainsAnyExcept(FileNameCharacters)
            ? name
            : throw WriteContext.Invalid($"Invalid filename for field '{member.Name}': only a-z, 0-9, '_', '-', '.' and space are allowed.");
    }
}
