using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Reading;

/// <summary>Writes objects in the read format. Used for one response.</summary>
internal sealed class ObjectRenderer(
    DatabaseSession session, RelatedObjects related, MediaUrls media, Assumptions assumptions, bool showNulls)
{
    private readonly DisplayRenderer _display = new(related, assumptions.DisplayTimeZone);

    /// <summary>The names of the relationships whose objects are embedded.</summary>
    public IReadOnlyCollection<string> Embedded { get; init; } = [];

    public void Write(Utf8JsonWriter writer, ServedModel model, StoredRow row) => Write(writer, model, row, Embedded);

    /// <summary>Writes what is shown of a deleted object, or of an object whose model was removed.</summary>
    public static void WriteStub(Utf8JsonWriter writer, string model, StoredRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Id);
        writer.WriteString("type"u8, model);
        writer.WriteString("updated_at"u8, IsoTime.Moment(row.UpdatedAt));
        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, ServedModel model, StoredRow row, IReadOnlyCollection<string> embedded)
    {
        using var document = JsonDocument.Parse(row.Json);
        JsonElement values = document.RootElement;
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Id);
        writer.WriteString("type"u8, model.EncodedName);
        writer.WriteString("updated_at"u8, IsoTime.Moment(row.UpdatedAt));
        writer.WriteString("display"u8, _display.Render(model, values));
        foreach (Member member in model.Shown)
        {
            if (!member.TryRead(values, out JsonElement value))
            {
                if (showNulls) writer.WriteNull(member.IsFile ? member.EncodedName : member.EncodedKey);
            }
            else if (member.IsFile)
            {
                WriteFile(writer, member, value.GetString()!);
            }
            else
            {
                member.Codec.Show(writer, member, value);
            }
        }

        foreach (string name in embedded) WriteEmbedded(writer, model, name, values);
        writer.WriteEndObject();
    }

    private void WriteFile(Utf8JsonWriter writer, Member member, string id)
    {
        StoredAttachment? attachment = AttachmentTable.Find(session, id);
        writer.WriteString(member.EncodedKey, id);
        writer.WriteStartObject(member.EncodedName);
        writer.WriteString("state"u8, attachment?.State ?? StoredAttachment.Pending);
        if (attachment?.State == StoredAttachment.Uploaded)
        {
            foreach (string variant in member.Info!.FileVariants) writer.WriteString(variant, media.Of(attachment, variant));
        }

        writer.WriteEndObject();
    }

    private void WriteEmbedded(Utf8JsonWriter writer, ServedModel model, string name, JsonElement values)
    {
        if (model.FindName(name) is not { Link: { } link } member) return;
        if (member.TryRead(values, out JsonElement id)
            && related.FindModel(link.Model) is { } other
            && related.Find(other, id.GetString()!) is { } row)
        {
            writer.WritePropertyName(name);
            Write(writer, other, row, []);
        }
        else if (assumptions.EmbedMissingAsNull)
        {
            writer.WriteNull(name);
        }
    }
}
