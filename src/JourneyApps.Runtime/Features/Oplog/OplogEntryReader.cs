using System.Globalization;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>Reads one entry of the change log.</summary>
internal static class OplogEntryReader
{
    /// <summary>Reads the entry at whose start the reader stands. An object that its model cannot hold gives an <see cref="UnreadableEntry"/>.</summary>
    /// <exception cref="JsonException">The JSON is malformed, or the entry has no sequence.</exception>
    internal static OplogEntry Read(ref Utf8JsonReader reader, SchemaInfo schema, ReadOnlySpan<byte> body)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An entry of the change log is an object.");
        long? sequence = null;
        string operation = "";
        Range whole = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSequence = reader.ValueTextEquals("sequence"u8) || reader.ValueTextEquals("sequence_id"u8);
            bool isOperation = reader.ValueTextEquals("operation"u8);
            bool isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (isSequence && reader.TokenType != JsonTokenType.Null) sequence = Sequence(ref reader);
            else if (isOperation && reader.TokenType == JsonTokenType.String) operation = reader.GetString()!;
            else reader.Skip();
            if (isObject && reader.TokenType == JsonTokenType.EndObject) whole = start..(int)reader.BytesConsumed;
        }
        return Read(schema, sequence ?? throw new JsonException("An entry of the change log has no sequence."), operation, body[whole]);
    }

    /// <summary>What a word of the server means.</summary>
    internal static OplogOperation OperationOf(string? word) => word switch
    {
        "create" => OplogOperation.Create,
        "update" => OplogOperation.Update,
        "delete" => OplogOperation.Delete,
        _ => OplogOperation.Other,
    };

    /// <summary>A sequence: a number, or in the newer form its text. Real ones are beyond what a double holds.</summary>
    /// <exception cref="JsonException">It is no 64-bit integer.</exception>
    internal static long Sequence(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number)) return number;
        if (reader.TokenType == JsonTokenType.String && long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number)) return number;
        throw new JsonException("A sequence of the change log is not a 64-bit integer.");
    }

    private static OplogEntry Read(SchemaInfo schema, long sequence, string operation, ReadOnlySpan<byte> json)
    {
        AnyObject head = json.IsEmpty ? new AnyObject("", "", null) : AnyObject.ReadHead(json);
        OplogOperation kind = OperationOf(operation);
        try
        {
            return new OplogEntry
            {
                Sequence = sequence,
                Operation = kind,
                OperationText = operation,
                Model = head.Model,
                Id = head.Id,
                UpdatedAt = head.UpdatedAt,
                // After a delete only model and id are certain: what else may be in it is not told.
                Object = kind == OplogOperation.Delete || json.IsEmpty ? null : head.ReadObject(schema, json),
            };
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
}
