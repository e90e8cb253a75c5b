using System.Text.Json;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Schema;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Rows of a file with one JSON object per line: as an export writes them, or as the API gives them.</summary>
internal static class JsonRows
{
    public static IEnumerable<ImportRow> Read(TextReader text, Model model, ImportSettings settings)
    {
        HashSet<string> members = MembersOf(model);
        long line = 0;
        while (text.ReadLine() is { } json)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json)) yield return RowOf(line, json, model, members, settings);
        }
    }

    private static HashSet<string> MembersOf(Model model)
    {
        HashSet<string> members = [.. model.Fields.Select(field => field.Name), .. model.BelongsTo.Select(link => $"{link.Name}_id")];
        foreach (Field field in model.Fields)
        {
            if (field.Type is FieldType.Photo or FieldType.Signature or FieldType.Attachment) members.Add($"{field.Name}_id");
        }

        return members;
    }

    private static ImportRow RowOf(long line, string json, Model model, HashSet<string> members, ImportSettings settings)
    {
        JsonElement row;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            row = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return ImportRow.Faulty(line, "it is not JSON");
        }

        if (row.ValueKind != JsonValueKind.Object) return ImportRow.Faulty(line, "it is no JSON object");
        string? id = null;
        Dictionary<string, RecordValue> values = [];
        foreach (JsonProperty member in row.EnumerateObject())
        {
            if (member.Name == "id") id = RecordJson.String(member.Value);
            else if (members.Contains(member.Name)) values[member.Name] = new RecordValue(member.Value);
            else if (member.Name is not ("type" or "updated_at" or "display") && !settings.IgnoreUnknown) return ImportRow.Faulty(line, UnknownMember.Message(member.Name, model));
        }

        return new ImportRow(line, id, values, null);
    }
}
