using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A boolean with its label.</summary>
public sealed class FlagDto
{
    [JsonPropertyName("key")] public bool? Key { get; set; }
    [JsonPropertyName("display")] public string? Display { get; set; }
}
