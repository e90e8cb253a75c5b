using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>Formats objects as lines that can be imported again: choices by their keys, files by their ids.</summary>
internal sealed class RecordText(Model model, ExportSettings settings)
{
    // The type is the file's name.
    private static readonly string[] Metadata = ["id", "updated_at", "display"];

    // The output is never embedded in HTML, so text stays readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Column>? _columns = settings.Format == ExportFormat.Csv ? Column.Of(model, settings.Labels) : null;
    private readonly CsvText _csv = new(settings.Delimiter, settings.GuardFormulas);
    private readonly HashSet<string> _files = [.. AttachmentFolder.FieldsOf(model)];

    /// <summary>The number of values that no file can contain. They are null in the file.</summary>
    public long InvalidTexts { get; private set; }

    /// <summary>The header line of a CSV file; empty for JSON lines.</summary>
    public string Header()
    {
        if (_columns is null) return "";
        StringBuilder text = new();
        _csv.Append(text, [.. Metadata, .. _columns.Select(column => column.Name)]);
        return text.ToString();
    }

    /// <summary>Formats objects as bytes of the file.</summary>
    public byte[] Write(IReadOnlyCollection<JourneyRecord> records)
    {
        if (_columns is not null)
        {
            StringBuilder text = new();
            foreach (JourneyRecord record in records)
                _csv.Append(text, [record.Id, UpdatedAt(record), record.Display, .. _columns.Select(column => Cell(record, column))]);
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

    private void WriteLine(ArrayBufferWriter<byte> buffer, JourneyRecord record)
    {
        using Utf8JsonWriter writer = new(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id"u8, record.Id);
        if (UpdatedAt(record) is { } updatedAt) writer.WriteString("updated_at"u8, updatedAt);
        if (record.Display is { } display) writer.WriteString("display"u8, display);

        // The state and the URLs of a file cannot be imported; the id can.
        foreach (string field in record.Fields.Where(field => !_files.Contains(field)))
        {
            writer.WritePropertyName(field);
            if (Valid(record[field]) is { IsNull: false } value) WithoutLabels(value).WriteTo(writer);
            else writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    private RecordValue Valid(RecordValue value)
    {
        if (!InvalidText.IsIn(value.Json)) return value;
        InvalidTexts++;
        return RecordValue.Null;
    }

    private string? Cell(JourneyRecord record, Column column)
    {
        RecordValue value = Valid(record[column.Member]);
        if (column.Part == "display" && value.Items.Count > 0) return string.Join(", ", value.Items.Select(item => item.Display));
        if (column.Part == "display") return value.Display;
        if (column.Part is { } part) value = value[part];

        // Keys can contain any character, so a list of keys is written as JSON.
        return value.IsNull ? null : value.Json.ValueKind == JsonValueKind.Array ? WithoutLabels(value).GetRawText() : value.ToString();
    }

    private static string? UpdatedAt(JourneyRecord record) => record.UpdatedAt is { } time ? ((RecordValue)time).Text : null;

    /// <summary>A value as the API takes it: choices by their keys.</summary>
    public static JsonElement WithoutLabels(RecordValue value)
        => value.Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? RecordValue.List(value).Json[0] : value.Json;
}
