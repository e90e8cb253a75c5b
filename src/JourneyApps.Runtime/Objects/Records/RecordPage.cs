using System.Text.Json;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>One answer to a list or query call, as records.</summary>
/// <param name="Records">The objects in the server's order.</param>
/// <param name="Total">How many match overall, if the server said so.</param>
/// <param name="More">Whether there are objects beyond this page.</param>
internal sealed record RecordPage(IReadOnlyList<JourneyRecord> Records, long? Total, bool More)
{
    /// <summary>Reads an answer.</summary>
    /// <exception cref="JsonException">It is no list, or an object in it has no id.</exception>
    internal static RecordPage Read(string model, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A list is an object.");
        List<JourneyRecord>? records = null;
        long? total = null;
        bool more = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isObjects = reader.ValueTextEquals("objects"u8), isTotal = reader.ValueTextEquals("total"u8), isMore = reader.ValueTextEquals("more"u8);
            reader.Read();
            if (isObjects && reader.TokenType == JsonTokenType.StartArray)
            {
                records = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) records.Add(RecordReader.Read(ref reader, model));
            }
            else if (isTotal && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count)) total = count;
            else if (isMore && reader.TokenType == JsonTokenType.True) more = true;
            else reader.Skip();
        }
        return new RecordPage(records ?? throw new JsonException("A list has no objects."), total, more);
    }
}
