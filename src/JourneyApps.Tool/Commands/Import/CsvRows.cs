using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Reads the rows of a CSV file whose first line names the columns, as an export writes it.</summary>
internal static class CsvRows
{
    public static IEnumerable<ImportRow> Read(TextReader text, Model model, ImportSettings settings)
    {
        CsvReader reader = new(text, settings.Delimiter);
        List<string?> header = reader.ReadRow() ?? throw new ToolException($"'{settings.File}' is empty.");
        if (reader.RowError is { } error) throw new ToolException($"line {reader.RowLine}: {error}.");
        HashSet<string?> seen = [];
        if (header.Find(name => !seen.Add(name)) is { } twice) throw new ToolException($"'{settings.File}' has two columns '{twice}'.");
        var known = Column.Of(model, labels: true).DistinctBy(column => column.Name).ToDictionary(column => column.Name);
        Column?[] columns = [.. header.Select(name => ColumnOf(name ?? "", known, model, settings))];
        (int idColumn, int typeColumn) = (header.IndexOf("id"), settings.IgnoreUnknown ? -1 : header.IndexOf("type"));
        if (idColumn < 0 && columns.All(column => column is null))
            throw new ToolException($"'{settings.File}' has no column of {model.Name}. {Column.UnknownMember(header[0] ?? "", model)}");
        while (reader.ReadRow() is { } cells)
        {
            string? type = typeColumn >= 0 && typeColumn < cells.Count ? cells[typeColumn] : null;
            string? otherType = string.IsNullOrEmpty(type) || type == model.Name ? null : Column.OtherType(type, model);
            yield return (reader.RowError ?? otherType) is { } reason
                ? ImportRow.Invalid(reader.RowLine, reason)
                : RowOf(reader.RowLine, cells, columns, idColumn, settings);
        }
    }

    // Null for metadata, which the server computes, and for the labels of choices.
    private static Column? ColumnOf(string name, Dictionary<string, Column> known, Model model, ImportSettings settings)
    {
        if (Column.Metadata.Contains(name)) return null;
        Column? column = known.GetValueOrDefault(name);
        if (column is null && !settings.IgnoreUnknown) throw new ToolException(Column.UnknownMember(name, model));
        return column is { Part: "display" } ? null : column;
    }

    private static ImportRow RowOf(long line, List<string?> cells, Column?[] columns, int idColumn, ImportSettings settings)
    {
        if (cells.Count != columns.Length)
            return ImportRow.Invalid(line, $"it has {Plural.Of(cells.Count, "cell")}, but the header has {columns.Length}");
        Dictionary<string, RecordValue> values = [];
        Dictionary<string, Dictionary<string, JsonElement>> locations = [];
        for (int i = 0; i < cells.Count; i++)
        {
            if (columns[i] is not { } column) continue;
            RecordValue value;
            try
            {
                string? cell = settings.GuardFormulas && cells[i] is { } guarded ? FormulaGuard.Remove(guarded) : cells[i];
                value = cell is null ? RecordValue.Null : ValueText.Parse(cell, column);
            }
            catch (FormatException exception)
            {
                return ImportRow.Invalid(line, $"column '{column.Name}': {exception.Message}, not '{cells[i]}'");
            }

            if (column.Part is null) values[column.Member] = value;
            else locations.TryAdd(column.Member, []);
            if (column.Part is { } part && !value.IsNull) locations[column.Member][part] = value.Json;
        }

        // A location is written as one value with all its parts.
        foreach ((string field, Dictionary<string, JsonElement> parts) in locations)
            values[field] = parts.Count == 0 ? RecordValue.Null : JsonSerializer.SerializeToElement(parts);
        return ImportRow.Of(line, idColumn < 0 ? null : cells[idColumn], values);
    }
}
