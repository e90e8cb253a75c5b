using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>One operation of a batch.</summary>
public sealed class OperationDto
{
    [JsonPropertyName("method")] public string? Method { get; set; }
    [JsonPropertyName("object")] public VisitWriteDto? Visit { get; set; }
}
