using System.Text.Json;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Writes records: for requests, and as they were read.</summary>
internal static class RecordWriter
{
    /// <summary>The members of a request: keys alone, files by their <c>_id</c>.</summary>
    internal static void WriteMembers(Utf8JsonWriter writer, JourneyRecord record, IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
        {
            JsonElement value = record[field].Json;
            // What reading gives of a file is not what writing takes; the `_id` beside it links the same file.
            if (RecordJson.IsReadFile(value)) continue;
            writer.WritePropertyName(field);
            RecordJson.WriteKey(writer, value);
        }
    }

    /// <summary>The whole object in the form of reading.</summary>
    internal static void WriteRead(Utf8JsonWriter writer, JourneyRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("id", record.Id);
        writer.WriteString("type", record.Model);
        if (record.UpdatedAtText is { } updatedAt) writer.WriteString("updated_at", updatedAt);
        if (record.Display is { } display) writer.WriteString("display", display);
        foreach (string field in record.Fields)
        {
            writer.WritePropertyName(field);
            record[field].Json.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
