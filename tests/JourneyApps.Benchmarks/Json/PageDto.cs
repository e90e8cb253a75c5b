using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A page.</summary>
public sealed class PageDto
{
    [JsonPropertyName("objects")] public List<VisitDto>? Objects { get; set; }
    [JsonPropertyName("count")] public int Count { get; set; }
    [JsonPropertyName("total")] public long? Total { get; set; }
    [JsonPropertyName("more")] public bool More { get; set; }
}
