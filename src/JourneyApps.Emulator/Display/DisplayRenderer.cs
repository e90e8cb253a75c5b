using System.Globalization;
using System.Text;
using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Display;

/// <summary>
/// The <c>display</c> of objects, computed as the platform's client engine does (data-model §8). That the server does the same is an
/// assumption.
/// </summary>
internal sealed class DisplayRenderer(RelatedObjects related, TimeZoneInfo zone)
{
    // Two models may show each other; the reference engine would not end.
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

    private string Render(DisplayPart part, ServedModel model, string id, JsonElement values, int depth) =>
        part.Kind == DisplayPartKind.Value ? Value(part.Path.AsSpan(), part, model, id, values, depth) : part.Text;

    private string Value(ReadOnlySpan<string> path, DisplayPart part, ServedModel model, string id, JsonElement values, int depth)
    {
        Member? member = model.FindName(path[0]) ?? model.FindKey(path[0]);
        if (member is null) return path.Length == 1 && path[0] == "id" ? id : string.Empty;
        if (!member.TryRead(values, out JsonElement value)) return string.Empty;
        if (member.Kind == MemberKind.Link && path[0] == member.Name) return Related(path[1..], part, member, value.GetString()!, depth);
        if (path.Length == 1) return Value(member, value, part);
        return member.Kind == MemberKind.Location && path.Length == 2 ? LocationPart(value, path[1], part) : string.Empty;
    }

    private string Related(ReadOnlySpan<string> path, DisplayPart part, Member member, string id, int depth)
    {
        if (related.FindModel(member.Link!.Model) is not { } model || related.Find(model, id) is not { } row) return string.Empty;
        using JsonDocument document = JsonDocument.Parse(row.Json);
        return path.IsEmpty ? Render(model, id, document.RootElement, depth + 1) : Value(path, part, model, id, document.RootElement, depth + 1);
    }

    private string Value(Member member, JsonElement value, DisplayPart part)
    {
        switch (member.Kind)
        {
            case MemberKind.Number:
                return Number(value.GetDouble(), part);
            case MemberKind.Date:
                return DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM d yyyy", CultureInfo.InvariantCulture);
            case MemberKind.DateTime:
                return Moment(value.GetString()!);
            case MemberKind.Boolean or MemberKind.Choice or MemberKind.IntegerChoice:
                return ChoiceLabels.Find(member, value) ?? "< invalid value >";
            case MemberKind.Choices or MemberKind.IntegerChoices:
                HashSet<string> keys = [.. value.EnumerateArray().Select(ChoiceLabels.KeyOf)];
                return string.Join(", ", member.Field!.Options.Where(option => option.Key is { } key && keys.Contains(key)).Select(option => option.Label));
            case MemberKind.Location:
                return $"({LocationPart(value, "latitude", null)},{LocationPart(value, "longitude", null)} ~{LocationPart(value, "horizontal_accuracy", null)})";
            case MemberKind.Track:
                return string.Empty;
            default:
                return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
    }

    private string Moment(string text)
    {
        IsoTime.TryMoment(text, out long seconds, out _);
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone).ToString("MMMM d yyyy h:mm tt", CultureInfo.InvariantCulture);
    }

    private static string LocationPart(JsonElement location, string name, DisplayPart? part)
    {
        if (name == "timestamp" || !location.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number) return string.Empty;
        return part?.Decimals is { } count ? DisplayNumber.WithDecimals(value.GetDouble(), count) : DisplayNumber.JavaScriptText(value.GetDouble());
    }

    private static string Number(double value, DisplayPart part)
    {
        if (part.Decimals is { } count) return DisplayNumber.WithDecimals(value, count);
        return part.HasSpec ? DisplayNumber.JavaScriptText(value) : DisplayNumber.Plain(value);
    }
}
