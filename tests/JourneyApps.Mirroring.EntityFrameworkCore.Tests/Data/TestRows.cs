using System.Globalization;
using Acme.Field;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;

/// <summary>The rows of the tests: every type of field with and without a value, keys without an option, links to objects that do not exist,
/// deleted objects.</summary>
internal static class TestRows
{
    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<SiteRow> Sites { get; } =
    [
        new() { Id = Site(1), Name = "Depot", Street = "Rose \"O'Hara\" Lane", UpdatedAt = Start, Display = "Depot" },
        new() { Id = Site(2), Name = "Harbor", UpdatedAt = Start.AddDays(1), OtherMembers = """{"zone": 7}""" },
        new() { Id = Site(3), Name = null, Street = "日本 😀" },
        new() { Id = Site(4), Name = "Closed", DeletedAt = Start.AddDays(9) },
    ];

    public static IReadOnlyList<JobRow> Jobs { get; } = [.. Enumerable.Range(1, 24).Select(Job)];

    public static Id<Site> Site(int number) => Id(number, "b");

    public static Id<Job> JobId(int number) => Id(number, "a");

    /// <summary>The rows that are not deleted, linked with each other as a query with Include gives them.</summary>
    public static (IReadOnlyList<JobRow> Jobs, IReadOnlyList<SiteRow> Sites) Linked() => Linked(Jobs, Sites);

    /// <summary>The same of other rows.</summary>
    public static (IReadOnlyList<JobRow> Jobs, IReadOnlyList<SiteRow> Sites) Linked(IReadOnlyList<JobRow> allJobs, IReadOnlyList<SiteRow> allSites)
    {
        var sites = allSites.Where(site => site.DeletedAt is null).ToDictionary(site => site.Id, site => site with { Jobs = [] });
        var jobs = allJobs.Where(job => job.DeletedAt is null).ToDictionary(job => job.Id);
        List<JobRow> linked = [];
        foreach (JobRow job in jobs.Values)
        {
            linked.Add(job with
            {
                Site = job.SiteId is { } site ? sites.GetValueOrDefault(site) : null,
                Parent = job.ParentId is { } parent ? jobs.GetValueOrDefault(parent) : null,
            });
        }

        foreach (JobRow job in linked) job.Site?.Jobs.Add(job);
        return (linked, [.. sites.Values]);
    }

    private static string Id(int number, string kind)
        => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{kind}{number:D11}");

    private static JobRow Job(int number)
    {
        bool isEmpty = number % 8 == 0;
        return new JobRow
        {
            Id = JobId(number),
            UpdatedAt = Start.AddHours(number),
            Display = $"Job {number}",
            Title = isEmpty ? null : $"Job {number % 5}",
            Notes = number == 3 ? "Quote ' and \" and \\ and %_" : null,
            Crew = isEmpty ? null : number % 4,
            Cost = isEmpty ? null : number * 12.5,
            Due = isEmpty ? null : new DateOnly(2026, 3, 1).AddDays(number % 6),
            StartedAt = number % 3 == 0 ? null : Start.AddMinutes(number * 37),
            Done = isEmpty ? null : number % 2 == 0,
            State = (number % 5) switch
            {
                0 => null,
                1 => JobState.New,
                2 => JobState.Busy,
                3 => JobState.InReview,
                _ => Choice<JobState>.FromKey("archived"),
            },
            Priority = (number % 4) switch { 0 => null, 1 => JobPriority.Low, 2 => JobPriority.High, _ => Choice<JobPriority>.FromKey("77") },
            Tags = (number % 4) switch { 0 => null, 1 => [], 2 => [JobTags.A, JobTags.C], _ => [JobTags.B, Choice<JobTags>.FromKey("old 'one'")] },
            Ratings = (number % 3) switch { 0 => null, 1 => [JobRatings.One], _ => [JobRatings.Huge, JobRatings.One] },
            PositionLatitude = number % 4 == 0 ? null : -33.9 + number,
            PositionLongitude = number % 4 == 0 ? null : 18.8,
            PositionTimestamp = number % 4 == 1 ? Start : null,
            PhotoId = number % 6 == 0 ? $"photo-{number}" : null,
            PhotoState = number % 6 == 0 ? "uploaded" : null,
            Route = number == 5 ? "[1, 2]" : null,
            // Site 4 is deleted, site 9 does not exist.
            SiteId = (number % 6) switch { 0 => (Id<Site>?)null, 4 => Site(4), 5 => Site(9), int site => Site(site) },
            ParentId = number > 4 && number % 3 == 0 ? JobId(number / 3) : (Id<Job>?)null,
            Sequence = number % 2 == 0 ? 7_072_864_452_705_518_000 + number : null,
            DeletedAt = number % 11 == 0 ? Start.AddDays(number) : null,
        };
    }
}
