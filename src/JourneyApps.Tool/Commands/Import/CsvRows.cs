using JourneyApps.Internal.Objects.Records;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Rows of a CSV file whose first line names the columns, as an export writes them.</summary>
internal static class CsvRows
{
    // What the server computes, and the labels of choices, are for readers.
    private static readonly string[] Ignored = ["type", "updated_at", "display"];

    public static IEnumerable<ImportRow> Read(TextReader text, Model model, ImportSettings settings)
    {
        CsvReader reader = new(text, settings.Delimiter);
        List<string?> header = reader.ReadRow() ?? throw new ToolException($"'{settings.File}' is empty.");
        Column?[] columns = [.. header.Select(name => ColumnOf(name ?? "", model, settings))];
        int idColumn = header.IndexOf("id");
        while (reader.ReadRow() is { } cells) yield return RowOf(reader.RowLine, cells, columns, idColumn, settings);
    }

    private static Column? ColumnOf(string name, Model model, ImportSettings settings)
    {
        if (name == "id" || Ignored.Contains(name)) return null;
        Column? column = Column.Of(model, labels: true).Find(column => column.Name == name);
        if (column is null && !settings.IgnoreUnknown) throw new ToolException(UnknownMember.Message(name, model));
        return column is { Part: "display" } ? null : column;
    }

    private static ImportRow RowOf(long line, List<string?> cells, Column?[] columns, int idColumn, ImportSettings settings)
    {
        if (cells.Count != columns.Length) return ImportRow.Faulty(line, $"it has {Plural.Of(cells.Count, "cell")}, but the header has {columns.Length}");
        Dictionary<string, RecordValue> values = [];
        Dictionary<string, Dictionary<string, RecordValue>> locations = [];
        for (int i = 0; i < cells.Count; i++)
        {
            if (columns[i] is not { } column) continue;
            RecordValue value;
            try
            {
                string? cell = settings.GuardFormulas && cells[i] is { } guarded ? FormulaGuard.Remove(guarded) : cells[i];
                value = cell is null ? RecordValue.Null : CsvCell.Read(cell, column.Part == "timestamp" ? FieldType.DateTime : column.Type);
            }
            catch (FormatException fault)
            {
                return ImportRow.Faulty(line, $"column '{column.Name}': {fault.Message}, not '{cells[i]}'");
            }

            if (column.Part is null) values[column.Member] = value;
            else locations.TryAdd(column.Member, []);
            if (column.Part is { } part) locations[column.Member][part] = value;
        }

        foreach ((string field, Dictionary<string, RecordValue> parts) in locations) values[field] = Location(parts);
        return new ImportRow(line, idColumn < 0 ? null : cells[idColumn], values, null);
    }

    // The parts are one value: a location is written whole.
    private static RecordValue Location(Dictionary<string, RecordValue> parts)
    {
        if (parts.Values.All(part => part.IsNull)) return RecordValue.Null;
        return RecordJson.From(parts, static (writer, all) =>
        {
            writer.WriteStartObject();
            foreach ((string part, RecordValue value) in all)
            {
                if (value.IsNull) continue;
                writer.WritePropertyName(part);
                value.Json.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }
}
