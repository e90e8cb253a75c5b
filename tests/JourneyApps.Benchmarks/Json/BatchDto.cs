using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A batch.</summary>
public sealed class BatchDto
{
    [JsonPropertyName("operations")] public List<OperationDto>? Operations { get; set; }
}
