using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>The object of a batch operation, as one writes it by hand for System.Text.Json to write.</summary>
public sealed class VisitWriteDto
{
    [JsonPropertyName("type")] public string? Type { get; set; }
    [JsonPropertyName("id")] public string? Id { get; set; }
    [JsonPropertyName("title")] public string? Title { get; set; }
    [JsonPropertyName("notes")] public string? Notes { get; set; }
    [JsonPropertyName("crew")] public int? Crew { get; set; }
    [JsonPropertyName("minutes")] public int? Minutes { get; set; }
    [JsonPropertyName("cost")] public double? Cost { get; set; }
    [JsonPropertyName("due")] public DateOnly? Due { get; set; }
    [JsonPropertyName("started_at")] public DateTimeOffset? StartedAt { get; set; }
    [JsonPropertyName("done")] public bool? Done { get; set; }
    [JsonPropertyName("state")] public string? State { get; set; }
    [JsonPropertyName("position")] public LocationDto? Position { get; set; }
    [JsonPropertyName("photo_id")] public string? PhotoId { get; set; }
    [JsonPropertyName("site_id")] public string? SiteId { get; set; }
}
