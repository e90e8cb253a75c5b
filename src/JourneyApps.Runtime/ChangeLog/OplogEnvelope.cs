using System.Globalization;
using System.Text.Json;
using JourneyApps.Json;
using JourneyApps.Plumbing;

namespace JourneyApps.ChangeLog;

/// <summary>One answer of the change log, in any of its forms.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Where to go on, if the server said so (newer form).</param>
/// <param name="HasMore">Whether there is more, if the server said so (newer form).</param>
/// <param name="DataModelHash">The current data model; null when not said.</param>
internal sealed record OplogEnvelope(List<OplogEntry> Entries, long? Next, bool? HasMore, string? DataModelHash)
{
    /// <summary>
    /// Reads an answer. The documented form does not say under which key the entries are, so the likely ones and a bare array are taken.
    /// </summary>
    /// <exception cref="JsonException">It is none of these, or an entry has no sequence.</exception>
    internal static OplogEnvelope Read(ReadOnlySpan<byte> json, SchemaInfo schema)
    {
        Utf8JsonReader reader = ModelJson.NewReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) return new OplogEnvelope(ReadEntries(ref reader, json, schema), null, null, null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The change log is an object or an array.");

        List<OplogEntry>? entries = null;
        long? next = null;
        bool? more = null;
        string? hash = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool holdsEntries = reader.ValueTextEquals("entries"u8) || reader.ValueTextEquals("oplog"u8) || reader.ValueTextEquals("operations"u8);
            bool isNext = reader.ValueTextEquals("next_request_start"u8), isMore = reader.ValueTextEquals("has_more"u8), isHash = reader.ValueTextEquals("datamodel_hash"u8);
            reader.Read();
            if (holdsEntries && reader.TokenType == JsonTokenType.StartArray) entries = ReadEntries(ref reader, json, schema);
            else if (isNext) next = Number(ref reader);
            else if (isMore && reader.TokenType is JsonTokenType.True or JsonTokenType.False) more = reader.TokenType == JsonTokenType.True;
            else if (isHash && reader.TokenType == JsonTokenType.String) hash = reader.GetString();
            else reader.Skip();
        }
        return new OplogEnvelope(entries ?? throw new JsonException("The change log has no entries."), next, more, hash);
    }

    private static List<OplogEntry> ReadEntries(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, SchemaInfo schema)
    {
        var entries = new List<OplogEntry>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) entries.Add(ReadEntry(ref reader, json, schema));
        return reader.TokenType == JsonTokenType.EndArray ? entries : throw new JsonException("An entry of the change log is an object.");
    }

    private static OplogEntry ReadEntry(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, SchemaInfo schema)
    {
        long? sequence = null;
        string operation = "";
        ReadOnlySpan<byte> body = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSequence = reader.ValueTextEquals("sequence"u8) || reader.ValueTextEquals("sequence_id"u8);
            bool isOperation = reader.ValueTextEquals("operation"u8), isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isSequence)
            {
                sequence = Number(ref reader);
            }
            else if (isOperation && reader.TokenType == JsonTokenType.String)
            {
                operation = reader.GetString()!;
            }
            else
            {
                int start = (int)reader.TokenStartIndex;
                bool opens = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                if (isObject && opens) body = json[start..(int)reader.BytesConsumed];
            }
        }
        return Entry(sequence ?? throw new JsonException("An entry of the change log has no sequence."), operation, body, schema);
    }

    private static OplogEntry Entry(long sequence, string operation, ReadOnlySpan<byte> body, SchemaInfo schema)
    {
        AnyObject head = body.IsEmpty ? new AnyObject("", "", null) : AnyObject.ReadHead(body);
        OplogOperation kind = operation switch
        {
            "create" => OplogOperation.Create,
            "update" => OplogOperation.Update,
            "delete" => OplogOperation.Delete,
            _ => OplogOperation.Other,
        };
        object? value = null;
        if (kind != OplogOperation.Delete && !body.IsEmpty)
        {
            try
            {
                value = head.ReadObject(schema, body);
            }
            catch (Exception fault) when (fault is UnreadableObjectException or JsonException)
            {
                return new UnreadableEntry
                {
                    Sequence = sequence,
                    Operation = kind,
                    OperationText = operation,
                    Model = head.Model,
                    Id = head.Id,
                    UpdatedAt = head.UpdatedAt,
                    Exception = fault,
                };
            }
        }
        return new OplogEntry
        {
            Sequence = sequence,
            Operation = kind,
            OperationText = operation,
            Model = head.Model,
            Id = head.Id,
            UpdatedAt = head.UpdatedAt,
            Object = value,
        };
    }

    // Beyond what a double holds, as a number or as text: never through one.
    private static long? Number(ref Utf8JsonReader reader)
    {
        long number;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out number):
                return number;
            case JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number):
                return number;
            case JsonTokenType.Null:
                return null;
            default:
                throw new JsonException("A sequence of the change log is a whole number of 64 bits.");
        }
    }
}
