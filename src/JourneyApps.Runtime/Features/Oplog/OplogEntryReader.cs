using System.Globalization;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>Reads one entry of the oplog.</summary>
internal static class OplogEntryReader
{
    /// <summary>
    /// Reads the entry at whose start the reader is. An object that does not fit its model gives an entry with an
    /// <see cref="OplogEntry.Exception"/>.
    /// </summary>
    /// <exception cref="JsonException">The JSON is malformed, or the entry has no sequence.</exception>
    public static OplogEntry Read(ref Utf8JsonReader reader, SchemaInfo schema, IReadOnlySet<string>? models, ReadOnlySpan<byte> body)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An entry of the oplog is not an object.");
        long? sequence = null;
        string operation = "";
        ObjectHeader header = ObjectHeader.None;
        Range json = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSequence = reader.ValueTextEquals("sequence"u8) || reader.ValueTextEquals("sequence_id"u8);
            bool isOperation = reader.ValueTextEquals("operation"u8);
            bool isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isObject && reader.TokenType == JsonTokenType.StartObject)
            {
                int start = (int)reader.TokenStartIndex;
                header = ObjectHeader.Read(ref reader);
                json = start..(int)reader.BytesConsumed;
            }
            else if (isSequence && reader.TokenType != JsonTokenType.Null) sequence = Sequence(ref reader);
            else if (isOperation && reader.TokenType == JsonTokenType.String) operation = reader.GetString()!;
            else reader.Skip();
        }

        var entry = new OplogEntry
        {
            Sequence = sequence ?? throw new JsonException("An entry of the oplog has no sequence."),
            Operation = OperationOf(operation),
            OperationText = operation,
            Model = header.Model,
            Id = header.Id,
            UpdatedAt = header.UpdatedAt,
        };
        // After a delete only the model and the id are certain.
        bool isNeeded = entry.Operation != OplogOperation.Delete && !json.Equals(default) && models?.Contains(header.Model) != false;
        return isNeeded ? WithObject(entry, header, schema, body[json]) : entry;
    }

    /// <summary>The meaning of the server's word.</summary>
    public static OplogOperation OperationOf(string? word) => word switch
    {
        "create" => OplogOperation.Create,
        "update" => OplogOperation.Update,
        "delete" => OplogOperation.Delete,
        _ => OplogOperation.Other,
    };

    /// <summary>A sequence: a number, or text in the newer form. Real ones are larger than a double can hold exactly.</summary>
    /// <exception cref="JsonException">It is not a 64-bit integer.</exception>
    public static long Sequence(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number)) return number;
        if (reader.TokenType == JsonTokenType.String
            && long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return number;
        throw new JsonException("A sequence of the oplog is not a 64-bit integer.");
    }

    private static OplogEntry WithObject(OplogEntry entry, ObjectHeader header, SchemaInfo schema, ReadOnlySpan<byte> json)
    {
        try
        {
            OplogEntry read = entry with { Object = header.ReadObject(schema, json) };
            return read;
        }
        catch (Exception fault) when (fault is UnreadableObjectException or JsonException)
        {
            return entry with { Exception = fault };
        }
    }
}
