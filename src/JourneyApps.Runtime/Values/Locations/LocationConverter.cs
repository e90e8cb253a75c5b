using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Locations;

/// <summary>A location in the form of the API.</summary>
internal sealed class LocationConverter : JsonConverter<Location>
{
    public override Location? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => LocationJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Location value, JsonSerializerOptions options)
    {
        using JsonOutput output = new();
        LocationJson.Write(output, value, withFraction: true);
        JsonTokens.Copy(output.Written, writer);
    }
}
