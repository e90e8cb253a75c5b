using System.Text;
using System.Text.Json;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Values.Tracks;

/// <summary>Keeps one JSON value as text.</summary>
internal static class TrackReader
{
    public static Track? Read(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;

        // Token by token and not by position: the reader may stand on several pieces of a longer text.
        using MemoryStream copy = new();
        using (Utf8JsonWriter writer = new(copy, JsonTokens.AsIs))
            JsonTokens.CopyValue(ref json, writer);
        return Track.FromReader(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }
}
