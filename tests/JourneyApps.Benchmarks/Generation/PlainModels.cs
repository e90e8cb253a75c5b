using System.Globalization;
using System.Text;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>The models of <see cref="JourneyApps.Generator.Tests.Infrastructure.LargeSchema"/> as one writes them by hand for System.Text.Json's generator.</summary>
internal static class PlainModels
{
    /// <summary>What the models share, and the context that lists them.</summary>
    public static string Shared(int models)
    {
        var text = new StringBuilder("""
            #nullable enable
            using System;
            using System.Text.Json.Serialization;
            namespace Plain;

            public sealed class ChoiceDto
            {
                [JsonPropertyName("key")] public string? Key { get; set; }
                [JsonPropertyName("display")] public string? Display { get; set; }
            }

            public sealed class LocationDto
            {
                [JsonPropertyName("latitude")] public double Latitude { get; set; }
                [JsonPropertyName("longitude")] public double Longitude { get; set; }
                [JsonPropertyName("altitude")] public double? Altitude { get; set; }
                [JsonPropertyName("horizontal_accuracy")] public double? HorizontalAccuracy { get; set; }
                [JsonPropertyName("vertical_accuracy")] public double? VerticalAccuracy { get; set; }
                [JsonPropertyName("timestamp")] public DateTimeOffset? Timestamp { get; set; }
            }

            public sealed class PhotoDto
            {
                [JsonPropertyName("state")] public string? State { get; set; }
                [JsonPropertyName("thumbnail")] public string? Thumbnail { get; set; }
                [JsonPropertyName("fullscreen")] public string? Fullscreen { get; set; }
                [JsonPropertyName("original")] public string? Original { get; set; }
            }


            """);
        for (int i = 0; i < models; i++) text.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(WorkItem{i}))]\n");
        return text.Append("internal sealed partial class Context : JsonSerializerContext;\n").ToString();
    }

    /// <summary>One model.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="second">The name of its second field, which the benchmark edits.</param>
    public static string Model(int number, string second = "notes") => string.Create(CultureInfo.InvariantCulture, $$"""
        #nullable enable
        using System;
        using System.Text.Json.Serialization;
        namespace Plain;

        public sealed class WorkItem{{number}}
        {
            [JsonPropertyName("id")] public string? Id { get; set; }
            [JsonPropertyName("updated_at")] public DateTimeOffset? UpdatedAt { get; set; }
            [JsonPropertyName("display")] public string? Display { get; set; }
            [JsonPropertyName("title")] public string? Title { get; set; }
            [JsonPropertyName("{{second}}")] public string? {{char.ToUpperInvariant(second[0])}}{{second[1..]}} { get; set; }
            [JsonPropertyName("reference")] public string? Reference { get; set; }
            [JsonPropertyName("count")] public int? Count { get; set; }
            [JsonPropertyName("cost")] public double? Cost { get; set; }
            [JsonPropertyName("due")] public DateOnly? Due { get; set; }
            [JsonPropertyName("started_at")] public DateTimeOffset? StartedAt { get; set; }
            [JsonPropertyName("done")] public bool? Done { get; set; }
            [JsonPropertyName("state")] public ChoiceDto? State { get; set; }
            [JsonPropertyName("position")] public LocationDto? Position { get; set; }
            [JsonPropertyName("picture_id")] public string? PictureId { get; set; }
            [JsonPropertyName("picture")] public PhotoDto? Picture { get; set; }
            [JsonPropertyName("next_id")] public string? NextId { get; set; }
        }
        """);
}
