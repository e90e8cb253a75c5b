using JourneyApps.Internal.Values.Json;
using JourneyApps.Internal.Serialization.Models;
using System.Text;
using System.Text.Json;
using Acme.Field;

namespace JourneyApps.Benchmarks.Json;

/// <summary>1,000 visits, the same for everybody.</summary>
internal static class SampleData
{
    public const int Count = 1000;

    private static readonly string[] States = ["open", "travelling", "on_site", "closed"];
    private static readonly string[] Labels = ["Open", "Travelling", "On site", "Closed"];

    public static byte[] Page() => Encoding.UTF8.GetBytes(
        $$"""{"objects":[{{string.Join(",", Enumerable.Range(0, Count).Select(Visit))}}],"count":1000,"total":1000,"more":false}""");

    private static string Visit(int i) => FormattableString.Invariant(
        $$"""
        {"id":"{{Id(i)}}","type":"visit","updated_at":"2026-03-{{1 + i % 28:00}}T08:17:{{i % 60:00}}Z","display":"Visit {{i}} at North",
        "title":"Replace pump {{i}}","notes":"Bring the long ladder; ask for {{i % 17}} at the gate.","crew":{{i % 5}},"minutes":{{i % 240}},
        "cost":{{i * 1.25}},"due":"2026-12-{{1 + i % 28:00}}","started_at":"2026-11-{{1 + i % 28:00}}T14:00:53Z",
        "done":{"key":{{(i % 2 == 0 ? "true" : "false")}},"display":"{{(i % 2 == 0 ? "Yes" : "No")}}"},
        "state":{"key":"{{States[i % 4]}}","display":"{{Labels[i % 4]}}"},
        "position":{"latitude":-33.91314{{i}},"longitude":18.88238{{i}},"altitude":null,"horizontal_accuracy":4.5,"vertical_accuracy":null,"timestamp":"2026-02-22T14:00:53Z"},
        "photo_id":"{{Id(i + Count)}}",
        "photo":{"state":"uploaded","thumbnail":"https://run.example.com/media/W1siZd/photo-{{i}}.jpg?sha=9b16",
        "fullscreen":"https://run.example.com/media/W1siZQ/photo-{{i}}.jpg?sha=70dc","original":"https://run.example.com/media/W1siZw/photo-{{i}}.jpg?sha=5085"},
        "site_id":"{{Id(i % 20)}}"}
        """).ReplaceLineEndings("");

    public static List<Visit> Visits() => ModelJson.ReadPage<Visit>(Page()).Objects;

    public static BatchDto Batch()
    {
        PageDto page = JsonSerializer.Deserialize(Page(), ReadContext.Default.PageDto)!;
        return new BatchDto { Operations = [.. page.Objects!.Select(static visit => new OperationDto { Method = "put", Visit = ToWrite(visit) })] };
    }

    private static VisitWriteDto ToWrite(VisitDto visit) => new()
    {
        Type = "visit",
        Id = visit.Id,
        Title = visit.Title,
        Notes = visit.Notes,
        Crew = visit.Crew,
        Minutes = visit.Minutes,
        Cost = visit.Cost,
        Due = visit.Due,
        StartedAt = visit.StartedAt,
        Done = visit.Done?.Key,
        State = visit.State?.Key,
        Position = visit.Position,
        PhotoId = visit.PhotoId,
        SiteId = visit.SiteId,
    };

    private static string Id(int i) => new Guid(i, 7, 0x4000, 0x80, 1, 2, 3, 4, 5, 6, 7).ToString();
}
