using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Values.Json;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>One answer of the change log, in the documented or the newer form.</summary>
/// <param name="Entries">The entries in the server's order.</param>
/// <param name="Hash">The identifier of the current data model; null when the server gave none.</param>
/// <param name="HasMore">Whether there is more; null in the documented form, which does not say.</param>
/// <param name="NextStart">Where the next request begins; null in the documented form, which does not say.</param>
internal sealed record OplogAnswer(IReadOnlyList<OplogEntry> Entries, string? Hash, bool? HasMore, long? NextStart)
{
    /// <summary>Reads an answer. The documented form does not name the array's key, so each that is seen or likely is taken, and a bare array.</summary>
    /// <exception cref="JsonException">It is malformed, or has no entries.</exception>
    internal static OplogAnswer Read(SchemaInfo schema, ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = JsonText.NewReader(body);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) return new OplogAnswer(ReadEntries(ref reader, schema, body), null, null, null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The change log is an object or an array.");

        IReadOnlyList<OplogEntry>? entries = null;
        string? hash = null;
        bool? hasMore = null;
        long? nextStart = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isEntries = reader.ValueTextEquals("entries"u8) || reader.ValueTextEquals("oplog"u8) || reader.ValueTextEquals("operations"u8);
            bool isHash = reader.ValueTextEquals("datamodel_hash"u8);
            bool isMore = reader.ValueTextEquals("has_more"u8);
            bool isNext = reader.ValueTextEquals("next_request_start"u8);
            reader.Read();
            if (isEntries && reader.TokenType == JsonTokenType.StartArray) entries = ReadEntries(ref reader, schema, body);
            else if (isHash && reader.TokenType == JsonTokenType.String) hash = reader.GetString();
            else if (isMore && reader.TokenType is JsonTokenType.True or JsonTokenType.False) hasMore = reader.TokenType == JsonTokenType.True;
            else if (isNext && reader.TokenType != JsonTokenType.Null) nextStart = OplogEntryReader.Sequence(ref reader);
            else reader.Skip();
        }
        return new OplogAnswer(entries ?? throw new JsonException("The change log has no entries."), hash, hasMore, nextStart);
    }

    private static List<OplogEntry> ReadEntries(ref Utf8JsonReader reader, SchemaInfo schema, ReadOnlySpan<byte> body)
    {
        List<OplogEntry> entries = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) entries.Add(OplogEntryReader.Read(ref reader, schema, body));
        return entries;
    }
}
