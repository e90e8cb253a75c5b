using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A photo with its URLs.</summary>
public sealed class PhotoDto
{
    [JsonPropertyName("state")] public string? State { get; set; }
    [JsonPropertyName("thumbnail")] public string? Thumbnail { get; set; }
    [JsonPropertyName("fullscreen")] public string? Fullscreen { get; set; }
    [JsonPropertyName("original")] public string? Original { get; set; }
}
