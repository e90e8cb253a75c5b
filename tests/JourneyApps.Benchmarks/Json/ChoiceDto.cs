using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A choice with its label.</summary>
public sealed class ChoiceDto
{
    [JsonPropertyName("key")] public string? Key { get; set; }
    [JsonPropertyName("display")] public string? Display { get; set; }
}
