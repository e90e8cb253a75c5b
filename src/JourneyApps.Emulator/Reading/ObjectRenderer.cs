using System.Text.Json;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Display;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Reading;

/// <summary>Writes objects in the read format (backend-api §2 and §8). Serves one answer.</summary>
internal sealed class ObjectRenderer(DatabaseSession session, RelatedObjects related, MediaUrls media, Assumptions assumptions, bool showNulls)
{
    private readonly DisplayRenderer _display = new(related, assumptions.DisplayTimeZone);

    /// <summary>The names of the relationships whose objects are shown inside.</summary>
    public IReadOnlyCollection<string> Embedded { get; init; } = [];

    public void Write(Utf8JsonWriter writer, ServedModel model, StoredRow row) => Write(writer, model, row, Embedded);

    /// <summary>What is shown of an object that is gone, or whose model is.</summary>
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
        using JsonDocument document = JsonDocument.Parse(row.Json);
        JsonElement values = document.RootElement;
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Id);
        writer.WriteString("type"u8, model.EncodedName);
        writer.WriteString("updated_at"u8, IsoTime.Moment(row.UpdatedAt));
        writer.WriteString("display"u8, _display.Render(model, row.Id, values));
        foreach (Member member in model.Shown)
        {
            if (member.TryRead(values, out JsonElement value)) WriteValue(writer, member, value);
            else if (showNulls) writer.WriteNull(member.Kind == MemberKind.Attachment ? member.EncodedName : member.EncodedKey);
        }

        foreach (string name in embedded) WriteEmbedded(writer, model, name, values);
        writer.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter writer, Member member, JsonElement value)
    {
        switch (member.Kind)
        {
            case MemberKind.Boolean or MemberKind.Choice or MemberKind.IntegerChoice:
                writer.WritePropertyName(member.EncodedKey);
                WriteChoice(writer, member, value);
                break;
            case MemberKind.Choices or MemberKind.IntegerChoices:
                writer.WriteStartArray(member.EncodedKey);
                foreach (JsonElement item in value.EnumerateArray()) WriteChoice(writer, member, item);
                writer.WriteEndArray();
                break;
            case MemberKind.Attachment:
                WriteAttachment(writer, member, value.GetString()!);
                break;
            default:
                writer.WritePropertyName(member.EncodedKey);
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteChoice(Utf8JsonWriter writer, Member member, JsonElement key)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("key"u8);
        key.WriteTo(writer);
        writer.WriteString("display"u8, ChoiceLabels.Find(member, key));
        writer.WriteEndObject();
    }

    private void WriteAttachment(Utf8JsonWriter writer, Member member, string id)
    {
        StoredAttachment? attachment = AttachmentTable.Find(session, id);
        writer.WriteString(member.EncodedKey, id);
        writer.WriteStartObject(member.EncodedName);
        writer.WriteString("state"u8, attachment?.State ?? StoredAttachment.Pending);
        if (attachment?.State == StoredAttachment.Uploaded)
        {
            foreach (string variant in Variants.Of(member.Field!.Type)) writer.WriteString(variant, media.Of(attachment, variant));
        }

        writer.WriteEndObject();
    }

    private void WriteEmbedded(Utf8JsonWriter writer, ServedModel model, string name, JsonElement values)
    {
        if (model.FindName(name) is not { Link: { } link } member) return;
        if (member.TryRead(values, out JsonElement id) && related.FindModel(link.Model) is { } other && related.Find(other, id.GetString()!) is { } row)
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
