using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Json;
using JourneyApps.Internal.Values.Locations;

namespace JourneyApps.CompilerServices;

/// <summary>A location as the API has it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LocationConverter : JsonConverter<Location>
{
    /// <inheritdoc/>
    public override Location? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocationJson.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Location value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using JsonOutput output = new();
        LocationJson.Write(output, value, withFraction: true);
        JsonTokens.Copy(output.Written, writer);
    }
}
