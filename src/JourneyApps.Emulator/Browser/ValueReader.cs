using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Browser.Views;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Browser;

/// <summary>Reads stored values as people read them.</summary>
internal sealed class ValueReader(Deployment deployment, DatabaseSession session, ServedSchema schema)
{
    private const int Tones = 8;

    private readonly RelatedObjects _related = new(session, schema);
    private DisplayRenderer? _display;

    private DisplayRenderer Renderer => _display ??= new(_related, deployment.Assumptions.DisplayTimeZone);

    /// <summary>The display text of an object; may be empty.</summary>
    public string Display(ServedModel model, JsonElement values) => Renderer.Render(model, values);

    /// <summary>The display text of a stored object; may be empty.</summary>
    public string Display(ServedModel model, StoredRow row)
    {
        using var document = JsonDocument.Parse(row.Json);
        return Display(model, document.RootElement);
    }

    /// <summary>The value of a member; <see langword="null"/> if the object has none.</summary>
    public ValueView? Of(Member member, JsonElement values)
    {
        if (!member.TryRead(values, out JsonElement value)) return null;
        if (member.Link is not null) return Link(member, value.GetString()!);
        FieldTypeInfo type = member.Info!;
        if (type.IsMultiple) return new ValueView.Chips([.. value.EnumerateArray().Select(key => Chip(member, JsonText.OfKey(key)))]);
        if (type.HasOptions) return new ValueView.Chips([Chip(member, JsonText.OfKey(value))]);
        if (type.IsFile) return File(value.GetString()!);
        return type.Form switch
        {
            FieldForm.Location => new ValueView.Place($"{Part(value, "latitude")}, {Part(value, "longitude")}"),
            FieldForm.DateTime => new ValueView.Text(value.GetString()!.Replace('T', ' ').TrimEnd('Z')),
            FieldForm.Any => new ValueView.Code(value.GetRawText()),
            _ => new ValueView.Text(JsonText.OfKey(value)),
        };
    }

    /// <summary>A related object.</summary>
    public ValueView.Link Link(Member member, string id)
    {
        if (_related.FindModel(member.Link!.Model) is not { } model || _related.FindValues(model, id) is not { } values)
        {
            return new(null, $"{id} (not found)");
        }

        string display = Display(model, values);
        return new($"/models/{model.Name}/{id}", display.Length > 0 ? display : id);
    }

    /// <summary>A part of a location as text; empty for none.</summary>
    public static string Part(JsonElement location, string name)
        => location.TryGetProperty(name, out JsonElement part) && part.ValueKind == JsonValueKind.Number ? part.GetRawText() : string.Empty;

    private static ChipView Chip(Member member, string key)
    {
        if (member.FindOption(key) is not { } option) return new(key, null);
        int index = 0;
        while (!ReferenceEquals(member.Field!.Options[index], option)) index++;
        return new(option.Label.Length > 0 ? option.Label : key, index % Tones);
    }

    private ValueView.File File(string id)
    {
        StoredAttachment? attachment = AttachmentTable.Find(session, id);
        if (attachment?.State != StoredAttachment.Uploaded) return new(null, attachment?.State ?? StoredAttachment.Pending, null, false);

        // Without the host: the page may be open under another name of this machine.
        string url = new Uri(deployment.Media.Of(attachment, "original")).PathAndQuery;
        bool isPicture = attachment.MediaType is "image/png" or "image/jpeg" or "image/gif";
        return new(url, attachment.FileName, Labels.Size(attachment.Size), isPicture);
    }
}
