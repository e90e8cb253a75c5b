using System.Buffers;
using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Fields;

/// <summary>Files: uploaded as <c>{base64, filename}</c>, linked by <c>{field}_id</c>, removed by null (attachments page).</summary>
internal sealed class FileCodec : FieldCodec
{
    // attachments page: only lower-case letters, digits, '_', '-', '.' and space.
    private static readonly SearchValues<char> FileNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-. ");

    public override string OrderBy(string column, bool ignoreCase) => WithoutOrder(column);

    // The client converts an attachment to its id.
    public override QueryValue Read(JsonElement stored) => QueryValue.OfOther(stored.GetString());

    public override bool TryStore(Utf8JsonWriter writer, Member member, JsonElement body, InputContext context)
    {
        bool hasValue = body.TryGetProperty(member.Name, out JsonElement value);
        if (hasValue && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("base64"u8, out JsonElement base64))
        {
            writer.WriteString(member.EncodedKey, Upload(member, value, base64, context));
            return true;
        }

        if (body.TryGetProperty(member.KeyUtf8, out JsonElement id))
        {
            if (id.ValueKind == JsonValueKind.Null)
            {
                return context.Assumptions.NullAttachmentIdClears || (hasValue && value.ValueKind == JsonValueKind.Null);
            }
            writer.WritePropertyName(member.EncodedKey);
            Store(writer, member, id, context);
            return true;
        }

        // An object without base64 is what a read shows; sent back alone it changes nothing.
        return hasValue && value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Object when value.TryGetProperty("state"u8, out _) => false,
            _ => throw ApiException.InvalidValue($"Invalid value for field '{member.Name}': base64 and filename expected."),
        };
    }

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
        => writer.WriteStringValue(ObjectId.Read(value, member, context));

    private static string Upload(Member member, JsonElement value, JsonElement base64, InputContext context)
    {
        if (JsonText.Of(base64) is not { } text || context.Uploads.Resolve(text) is not { IsValid: true } upload)
        {
            throw ApiException.InvalidValue($"Invalid base64 for field '{member.Name}'.");
        }

        string mediaType = MediaType.Of(upload.Start, member.Field!);
        string fileName = FileName(member, value) ?? member.Name + MediaType.Extension(mediaType);
        StoredAttachment attachment = new(ObjectId.New(), fileName, mediaType, upload.Length, upload.Digest(), StoredAttachment.Uploaded);
        context.Uploaded.Add((attachment, upload));
        return attachment.Id;
    }

    private static string? FileName(Member member, JsonElement value)
    {
        if (!value.TryGetProperty("filename"u8, out JsonElement given) || given.ValueKind == JsonValueKind.Null) return null;
        string? name = JsonText.Of(given);
        return !string.IsNullOrEmpty(name) && !name.AsSpan().ContainsAnyExcept(FileNameCharacters)
            ? name
            : throw ApiException.InvalidValue(
                $"Invalid filename for field '{member.Name}': only a-z, 0-9, '_', '-', '.' and space are allowed.");
    }
}
