using System.Buffers;
using System.Text;
using System.Text.Json;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Schema;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>Objects as lines of a file: keys instead of choices with labels, files by their ids, so that the lines can be imported as they are.</summary>
internal sealed class RecordText
{
    private static readonly string[] Metadata = ["id", "updated_at", "display"];

    private readonly List<Column>? _columns;
    private readonly CsvText _csv;

    private RecordText(List<Column>? columns, CsvText csv)
    {
        _columns = columns;
        _csv = csv;
    }

    public static RecordText Of(Model model, ExportSettings settings)
        => new(settings.Format == ObjectFormat.Csv ? Column.Of(model, settings.Labels) : null, new CsvText(settings.Delimiter, settings.GuardFormulas));

    /// <summary>The header line of a CSV file; empty for JSON lines.</summary>
    public string Header()
    {
        if (_columns is null) return "";
        StringBuilder text = new();
        _csv.Append(text, [.. Metadata, .. _columns.Select(column => column.Name)]);
        return text.ToString();
    }

    /// <summary>Objects as bytes of the file.</summary>
    public byte[] Write(IReadOnlyCollection<JourneyRecord> records)
    {
        if (_columns is not null)
        {
            StringBuilder text = new();
            foreach (JourneyRecord record in records)
                _csv.Append(text, [record.Id, record.UpdatedAtText, record.Display, .. _columns.Select(column => Cell(record, column))]);
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        ArrayBufferWriter<byte> buffer = new();
        foreach (JourneyRecord record in records)
        {
            WriteLine(buffer, record);
            buffer.Write("\n"u8);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteLine(ArrayBufferWriter<byte> buffer, JourneyRecord record)
    {
        using Utf8JsonWriter writer = new(buffer, RecordJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id"u8, record.Id);
        if (record.UpdatedAtText is { } updatedAt) writer.WriteString("updated_at"u8, updatedAt);
        if (record.Display is { } display) writer.WriteString("display"u8, display);
        RecordWriter.WriteMembers(writer, record, [.. record.Fields]);
        writer.WriteEndObject();
    }

    private static string? Cell(JourneyRecord record, Column column)
    {
        RecordValue value = record[column.Member];
        if (value.IsNull) return null;
        if (column is { Type: FieldType.Location, Part: { } part })
            return value.Json.ValueKind == JsonValueKind.Object && !value[part].IsNull ? value[part].ToString() : null;
        if (column.Part == "display") return value.Items.Count > 0 ? string.Join(", ", value.Items.Select(item => item.Display)) : value.Display;
        return value.Json.ValueKind == JsonValueKind.Array ? WrittenJson(value.Json) : value.ToString();
    }

    // Keys can hold any character, so a list of them is JSON also in a cell.
    private static string WrittenJson(JsonElement value) => RecordJson.From(value, static (writer, element) => RecordJson.WriteKey(writer, element)).GetRawText();
}
