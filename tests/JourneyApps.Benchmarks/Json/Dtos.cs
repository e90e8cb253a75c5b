using System.Text.Json.Serialization;

namespace JourneyApps.Benchmarks.Json;

/// <summary>A boolean with its label.</summary>
public sealed class FlagDto
{
    [JsonPropertyName("key")] public bool? Key { get; set; }
    [JsonPropertyName("display")] public string? Display { get; set; }
}

/// <summary>A choice with its label.</summary>
public sealed class ChoiceDto
{
    [JsonPropertyName("key")] public string? Key { get; set; }
    [JsonPropertyName("display")] public string? Display { get; set; }
}

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

/// <summary>A photo with its URLs.</summary>
public sealed class PhotoDto
{
    [JsonPropertyName("state")] public string? State { get; set; }
    [JsonPropertyName("thumbnail")] public string? Thumbnail { get; set; }
    [JsonPropertyName("fullscreen")] public string? Fullscreen { get; set; }
    [JsonPropertyName("original")] public string? Original { get; set; }
}

/// <summary>A page.</summary>
public sealed class PageDto
{
    [JsonPropertyName("objects")] public List<VisitDto>? Objects { get; set; }
    [JsonPropertyName("count")] public int Count { get; set; }
    [JsonPropertyName("total")] public long? Total { get; set; }
    [JsonPropertyName("more")] public bool More { get; set; }
}

/// <summary>One operation of a batch.</summary>
public sealed class OperationDto
{
    [JsonPropertyName("method")] public string? Method { get; set; }
    [JsonPropertyName("object")] public VisitWriteDto? Visit { get; set; }
}

/// <summary>A batch.</summary>
public sealed class BatchDto
{
    [JsonPropertyName("operations")] public List<OperationDto>? Operations { get; set; }
}
