using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Tracks;

namespace JourneyApps.CompilerServices;

/// <summary>A track as the JSON that it holds.</summary>
[EditorBrowsable(Hide.Never)]
public sealed class TrackConverter : JsonConverter<Track>
{
    /// <inheritdoc/>
    public override Track? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TrackReader.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Track value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.Json);
    }
}
