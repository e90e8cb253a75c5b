using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Tracks;

/// <summary>A track as the JSON that it contains.</summary>
internal sealed class TrackConverter : JsonConverter<Track>
{
    public override Track? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTrack(ref reader);

    public override void Write(Utf8JsonWriter writer, Track value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json);

    internal static Track? ReadTrack(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null) return null;

        // Token by token and not by position: a text longer than the reader's buffer comes in several pieces.
        using MemoryStream copy = new();
        using (Utf8JsonWriter writer = new(copy, JsonTokens.AsIs))
            JsonTokens.CopyValue(ref json, writer);
        return Track.FromReader(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }
}
