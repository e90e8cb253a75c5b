using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Writes records: the fields of a request, and whole objects in the API's form of reading.</summary>
internal static class RecordWriter
{
    /// <summary>Writes fields into an open object: choices by their key, new files with their content, files that were read not at
    /// all.</summary>
    /// <remarks>The API does not accept the value that it returns for a file; the <c>_id</c> links the same file.</remarks>
    internal static void WriteFields(JourneyRecord record, IReadOnlyList<string> fields, JsonBody body)
    {
        using var writer = new Utf8JsonWriter(body.Output, RecordJson.WriterOptions);
        for (int i = 0; i < fields.Count; i++)
        {
            RecordValue value = record[fields[i]];
            if (value.Upload is null && RecordJson.IsReadFile(value.Json)) continue;
            body.Output.Separate();
            body.Output.WriteText(fields[i]);
            body.Output.WriteRaw((byte)':');
            if (value.Upload is { } upload)
            {
                body.WriteUpload(i, upload);
                continue;
            }
            value.WriteTo(writer);
            writer.Flush();
            writer.Reset();
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
