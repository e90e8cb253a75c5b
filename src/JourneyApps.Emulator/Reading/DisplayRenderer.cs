using System.Text;

namespace JourneyApps.Emulator.Reading;

/// <summary>The <c>display</c> of objects, as the platform's client computes it; for the server it is an assumption.</summary>
internal sealed class DisplayRenderer(RelatedObjects related, TimeZoneInfo zone)
{
    // Two models can display each other; the reference engine would not terminate.
    private const int MaxDepth = 8;

    public string Render(ServedModel model, string id, JsonElement values) => Render(model, id, values, 0);

    private string Render(ServedModel model, string id, JsonElement values, int depth)
    {
        if (model.Display.Count == 0 || depth > MaxDepth) return string.Empty;
        if (model.Display.Count == 1) return Render(model.Display[0], model, id, values, depth);

        StringBuilder text = new();
        foreach (DisplayPart part in model.Display) text.Append(Render(part, model, id, values, depth));
        return text.ToString();
    }

    private string Render(DisplayPart part, ServedModel model, string id, JsonElement values, int depth)
        => part.Kind == DisplayPartKind.Value ? Value(part, 0, model, id, values, depth) : part.Text;

    private string Value(DisplayPart part, int first, ServedModel model, string id, JsonElement values, int depth)
    {
        string name = part.Path[first];
        int length = part.Path.Count - first;
        Member? member = model.Find(name);
        if (member is null) return length == 1 && name == "id" ? id : string.Empty;
        if (!member.TryRead(values, out JsonElement value)) return string.Empty;
        if (member.Link is { } link && name == member.Name) return Related(part, first + 1, link, value.GetString()!, depth);
        return length switch
        {
            1 => member.Codec.Display(member, value, part, zone),
            2 => member.Codec.DisplayProperty(value, part.Path[first + 1], part),
            _ => string.Empty,
        };
    }

    private string Related(DisplayPart part, int first, BelongsTo link, string id, int depth)
    {
        if (related.FindModel(link.Model) is not { } model || related.Find(model, id) is not { } row) return string.Empty;
        using var document = JsonDocument.Parse(row.Json);
        return first == part.Path.Count
            ? Render(model, id, document.RootElement, depth + 1)
            : Value(part, first, model, id, document.RootElement, depth + 1);
    }
}
