using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Reads the rows of a file with one JSON object per line, as an export writes it or as the API returns it.</summary>
internal static class JsonRows
{
    public static IEnumerable<ImportRow> Read(TextReader text, Model model, ImportSettings settings)
    {
        HashSet<string> members =
        [
            .. model.Fields.Select(field => field.Name),
            .. Column.Of(model, labels: false).Select(column => column.Member),
        ];
        members.ExceptWith(Column.Metadata);
        long line = 0;
        while (text.ReadLine() is { } json)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(json)) yield return RowOf(line, json, model, members, settings);
        }
    }

    private static ImportRow RowOf(long line, string json, Model model, HashSet<string> members, ImportSettings settings)
    {
        RecordValue row;
        try
        {
            row = RecordValue.Parse(json);
        }
        catch (JsonException)
        {
            return ImportRow.Invalid(line, "it is not valid JSON");
        }

        if (row.Json.ValueKind != JsonValueKind.Object) return ImportRow.Invalid(line, "it is not a JSON object");
        if (InvalidText.IsIn(row.Json)) return ImportRow.Invalid(line, "it contains half of a surrogate pair, which is not text");
        if (row["id"].Json.ValueKind is not (JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined))
            return ImportRow.Invalid(line, "its id is not a JSON string");
        if (row["type"].Text is { } type && type != model.Name && !settings.IgnoreUnknown)
            return ImportRow.Invalid(line, Column.OtherType(type, model));
        Dictionary<string, RecordValue> values = [];
        HashSet<string> seen = [];
        foreach (JsonProperty member in row.Json.EnumerateObject())
        {
            if (!seen.Add(member.Name)) return ImportRow.Invalid(line, $"it contains '{member.Name}' twice");
            if (members.Contains(member.Name)) values[member.Name] = member.Value;
            else if (!Column.Metadata.Contains(member.Name) && !settings.IgnoreUnknown)
                return ImportRow.Invalid(line, Column.UnknownMember(member.Name, model));
        }

        return ImportRow.Of(line, row["id"].Text, values);
    }
}
