using Acme.Field;
using Microsoft.EntityFrameworkCore;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;

/// <summary>Questions that a user would ask, each once over a copy and once over objects in memory.</summary>
internal static class Queries
{
    // Properties, because EF Core takes the values of read-only fields for constants and not for captured variables.
    private static JobState Busy { get; } = JobState.Busy;
    private static Choice<JobState> Archived { get; } = Choice<JobState>.FromKey("archived");
    private static List<JobState> Open { get; } = [JobState.New, JobState.Busy];
    private static Choice<JobState>?[] OpenChoices { get; } = [JobState.New, Archived];
    private static List<JobPriority> Priorities { get; } = [JobPriority.High];
    private static List<Id<Site>> Near { get; } = [TestRows.Site(1), TestRows.Site(9)];
    private static Id<Site>?[] NearOrNone { get; } = [TestRows.Site(2), null];
    private static Id<Site> Depot { get; } = TestRows.Site(1);
    private static Id<Site>? NoSite { get; }
    private static JobTags TagC { get; } = JobTags.C;
    private static DateTimeOffset Noon { get; } = TestRows.Start.AddHours(4);
    private static string Key { get; } = "busy";
    private static Guid Uuid { get; } = TestRows.JobId(11 - 4).ToGuid();
    private static string UuidText { get; } = TestRows.Site(2).Value.ToUpperInvariant();

    public static IReadOnlyDictionary<string, Func<IQueryable<JobRow>, IQueryable<SiteRow>, IEnumerable<object?>>> All { get; }
        = new Dictionary<string, Func<IQueryable<JobRow>, IQueryable<SiteRow>, IEnumerable<object?>>>
        {
            ["every job"] = (jobs, _) => jobs,
            ["every site"] = (_, sites) => sites,
            ["an option"] = (jobs, _) => jobs.Where(job => job.State == JobState.Busy),
            ["another option"] = (jobs, _) => jobs.Where(job => job.State != JobState.Busy),
            ["a captured option"] = (jobs, _) => Captured(jobs, JobState.InReview),
            ["an option in a field"] = (jobs, _) => jobs.Where(job => job.State == Busy),
            ["a captured key without an option"] = (jobs, _) => jobs.Where(job => job.State == Archived),
            ["no option"] = (jobs, _) => jobs.Where(job => job.State == null),
            ["an integer option"] = (jobs, _) => jobs.Where(job => job.Priority == JobPriority.High || job.Priority == JobPriority.Low),
            ["the value of a choice"] = (jobs, _) => jobs.Where(job => job.State != null && job.State.Value.Value == JobState.New),
            ["the value of a choice and a captured option"] = (jobs, _) => jobs.Where(job => job.State != null && job.State.Value.Value == Busy),
            ["choices that this code does not know"] = (jobs, _) => jobs.Where(job => job.State != null && job.State.Value.Value == null),
            ["the key of a choice"] = (jobs, _) => jobs.Where(job => job.State != null && job.State.Value.Key == Key),
            ["keys and values"] = (jobs, _) => jobs.Where(job => job.State != null)
                .Select(job => job.State!.Value.Key + " " + (job.Title ?? "")),
            ["values"] = (jobs, _) => jobs.Where(job => job.State != null && job.Priority != null)
                .Select(job => new { job.State!.Value.Value, Priority = job.Priority!.Value.Value }),
            ["a list of options"] = (jobs, _) => jobs.Where(job => job.State != null && job.State.Value.Value != null && Open.Contains(job.State.Value.Value.Value)),
            ["a list of integer options"] = (jobs, _) => jobs
                .Where(job => job.Priority != null && job.Priority.Value.Value != null && Priorities.Contains(job.Priority.Value.Value.Value)),
            ["a list of choices"] = (jobs, _) => jobs.Where(job => OpenChoices.Contains(job.State)),
            ["an id"] = (jobs, _) => jobs.Where(job => job.Id == TestRows.JobId(7)),
            ["a captured id"] = (jobs, _) => jobs.Where(job => job.SiteId == Depot),
            ["a captured null"] = (jobs, _) => jobs.Where(job => job.SiteId == NoSite),
            ["an id from a UUID"] = (jobs, _) => jobs.Where(job => job.Id == Uuid),
            ["an id from a text"] = (jobs, _) => jobs.Where(job => job.SiteId == UuidText),
            ["a captured id of a row"] = (jobs, sites) => jobs.Where(job => job.SiteId == sites.First(site => site.Name == "Depot").Id),
            ["a list of ids"] = (jobs, _) => jobs.Where(job => job.SiteId != null && Near.Contains(job.SiteId.Value)),
            ["a list of ids with null"] = (jobs, _) => jobs.Where(job => NearOrNone.Contains(job.SiteId)),
            ["the text of an id"] = (jobs, _) => jobs.Where(job => job.Id.Value.EndsWith("7")).Select(job => job.Id.Value),
            ["groups by choice"] = (jobs, _) => jobs.GroupBy(job => job.State)
                .Select(group => new { group.Key, Count = group.Count(), Cost = group.Sum(job => job.Cost) }),
            ["groups by id"] = (jobs, _) => jobs.GroupBy(job => job.SiteId).Select(group => new { group.Key, Last = group.Max(job => job.Due) }),
            ["a navigation"] = (jobs, _) => jobs.Where(job => job.Site != null && job.Site.Name == "Harbor").Select(job => job.Title),
            ["links to nothing"] = (jobs, _) => jobs.Where(job => job.SiteId != null && job.Site == null).Select(job => new { job.Id, job.SiteId }),
            ["a navigation to many"] = (_, sites) => sites.Select(site => new { site.Name, Open = site.Jobs.Count(job => job.State == JobState.Busy) }),
            ["a join with a sum"] = (jobs, sites) => sites
                .Join(jobs, site => (Id<Site>?)site.Id, job => job.SiteId, (site, job) => new { site.Name, job.Cost })
                .GroupBy(row => row.Name).Select(group => new { group.Key, Sum = group.Sum(row => row.Cost) }),
            ["the parent's choice"] = (jobs, _) => jobs.Where(job => job.Parent != null && job.Parent.State == job.State).Select(job => job.Display),
            ["a time"] = (jobs, _) => jobs.Where(job => job.StartedAt > Noon || job.UpdatedAt <= TestRows.Start).OrderBy(job => job.StartedAt).ThenBy(job => job.Id),
            ["a day and a number"] = (jobs, _) => jobs.Where(job => job.Due >= new DateOnly(2026, 3, 3) && job.Cost < 200 && job.Done == true),
            ["a choice of several"] = (jobs, _) => jobs.Where(job => job.Tags != null && job.Tags.Contains(JobTags.B)),
            ["a captured choice of several"] = (jobs, _) => jobs.Where(job => job.Tags != null && job.Tags.Contains(TagC)),
            ["an integer choice of several"] = (jobs, _) => jobs.Where(job => job.Ratings != null && job.Ratings.Contains(JobRatings.Huge)),
            ["the newest of a page"] = (jobs, _) => jobs.OrderByDescending(job => job.UpdatedAt).ThenBy(job => job.Id).Skip(2).Take(5),
            ["places"] = (jobs, _) => jobs.Where(job => job.PositionLatitude > -30 && job.PositionLongitude < 20),
            ["jobs with their sites"] = (jobs, _) => jobs.Include(job => job.Site).AsEnumerable().Select(job => new { job.Id, job.Site?.Name, job.Position }),
            ["sites with their jobs"] = (_, sites) => sites.Include(site => site.Jobs).AsEnumerable()
                .Select(site => new { site.Id, Jobs = string.Join(' ', site.Jobs.Select(job => job.Display).Order(StringComparer.Ordinal)) }),
        };

    private static IQueryable<JobRow> Captured(IQueryable<JobRow> jobs, JobState state) => jobs.Where(job => job.State == state);
}
