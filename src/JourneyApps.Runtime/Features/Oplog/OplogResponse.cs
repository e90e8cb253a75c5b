using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>One response of the oplog, in the documented or the newer form.</summary>
/// <param name="Entries">The entries in the server's order.</param>
/// <param name="Hash">The identifier of the deployed data model; null when the server sent none.</param>
/// <param name="HasMore">Whether there is more; null in the documented form, which does not say.</param>
/// <param name="NextStart">The start of the next request; null in the documented form, which does not say.</param>
internal sealed record OplogResponse(IReadOnlyList<OplogEntry> Entries, string? Hash, bool? HasMore, long? NextStart)
{
    /// <summary>Whether there are as many entries as were asked for.</summary>
    public bool IsFull { get; init; }

    /// <summary>The sequence after the last entry; null without entries.</summary>
    public long? End
    {
        get
        {
            if (Entries.Count == 0) return null;
            long last = Entries.Max(static entry => entry.Sequence);
            return last == long.MaxValue ? last : last + 1;
        }
    }

    /// <summary>
    /// Reads a response. The documented form does not name the key of the array, so all known ones are accepted, and an array alone.
    /// </summary>
    /// <param name="schema">The models of the client.</param>
    /// <param name="models">The models whose objects are needed; null for all.</param>
    /// <param name="body">The JSON.</param>
    /// <exception cref="JsonException">It is malformed, or has no entries.</exception>
    public static OplogResponse Read(SchemaInfo schema, IReadOnlySet<string>? models, ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = JsonText.NewReader(body);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            return new OplogResponse(ReadEntries(ref reader, schema, models, body), null, null, null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Expected an object or an array.");

        List<OplogEntry>? entries = null;
        string? hash = null;
        bool? hasMore = null;
        long? nextStart = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("entries" or "oplog" or "operations", JsonTokenType.StartArray):
                    entries = ReadEntries(ref reader, schema, models, body);
                    break;
                case ("datamodel_hash", JsonTokenType.String): hash = reader.GetString(); break;
                case ("has_more", JsonTokenType.True or JsonTokenType.False): hasMore = reader.GetBoolean(); break;
                case ("next_request_start", not JsonTokenType.Null): nextStart = OplogEntryReader.Sequence(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new OplogResponse(entries ?? throw new JsonException("The response of the oplog has no entries."), hash, hasMore, nextStart);
    }

    private static List<OplogEntry> ReadEntries(
        ref Utf8JsonReader reader, SchemaInfo schema, IReadOnlySet<string>? models, ReadOnlySpan<byte> body)
    {
        List<OplogEntry> entries = [];
        while (reader.Read()
            && reader.TokenType != JsonTokenType.EndArray) entries.Add(OplogEntryReader.Read(ref reader, schema, models, body));
        return entries;
    }
}
