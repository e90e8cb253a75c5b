using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A location.</summary>
public sealed class LocationDto
{
    [JsonPropertyName("latitude")] public double Latitude { get; set; }
    [JsonPropertyName("longitude")] public double Longitude { get; set; }
    [JsonPropertyName("altitude")] public double? Altitude { get; set; }
    [JsonPropertyName("horizontal_accuracy")] public double? HorizontalAccuracy { get; set; }
    [JsonPropertyName("vertical_accuracy")] public double? VerticalAccuracy { get; set; }
    [JsonPropertyName("timestamp")] public DateTimeOffset? Timestamp { get; set; }
}
