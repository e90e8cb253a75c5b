using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JobsApi;

/// <summary>The endpoints for jobs. They receive and return models as JSON: choices are keys, and a job keeps its state.</summary>
internal static class JobEndpoints
{
    private const int LargestPage = 100;

    public static void Map(RouteGroupBuilder jobs)
    {
        jobs.MapGet("/", ListAsync);
        jobs.MapGet("/{id}", FindAsync);
        jobs.MapPost("/", CreateAsync);
        jobs.MapPatch("/{id}", PatchAsync);
    }

    /// <summary>Returns a page in order, with the total. To copy all jobs, use a mirror, because objects can move between two pages.</summary>
    private static async Task<Results<Ok<JobPage>, ProblemHttpResult>> ListAsync(
        JourneyApp app, CancellationToken cancellationToken, string? state = null, string? site = null, string? text = null, int skip = 0, int take = 20)
    {
        if (skip < 0 || take is < 1 or > LargestPage) return Refused($"skip is 0 or more, take 1 to {LargestPage}.");

        var query = app.Jobs.OrderBy(j => j.Number);
        if (state is not null)
        {
            var wanted = Choice<JobState>.FromKey(state);
            if (wanted.Value is not { } known) return Refused($"'{state}' is not a state; expected one of {string.Join(", ", JobInput.States)}.");
            query = query.Where(j => j.State == known);
        }

        if (site is not null)
        {
            if (!Guid.TryParse(site, out Guid siteId)) return Refused("site is the id of a site.");
            query = query.Where(j => j.SiteId == Id<Site>.From(siteId));
        }

        if (!string.IsNullOrWhiteSpace(text)) query = query.Where(j => j.Title.Contains(text) || j.Notes.Contains(text));

        await foreach (Page<Job> page in query.Skip(skip).Take(take).Include(j => j.Site).AsPages().WithCancellation(cancellationToken))
            return TypedResults.Ok(new JobPage([.. page.Items.Select(job => new JobRow(job, job.Site?.Display))], page.Total, page.More ? skip + page.Items.Count : null));
        return TypedResults.Ok(new JobPage([], 0, null));
    }

    private static async Task<Results<Ok<Job>, NotFound>> FindAsync(JourneyApp app, Guid id, CancellationToken cancellationToken)
        => await app.Jobs.FindAsync(Id<Job>.From(id), cancellationToken) is { } job ? TypedResults.Ok(job) : TypedResults.NotFound();

    private static async Task<Results<Created<Job>, ProblemHttpResult>> CreateAsync(JourneyApp app, JsonObject body, CancellationToken cancellationToken)
    {
        if (JobInput.Fault(body) is { } fault) return Refused(fault);
        // Without an id: a new job, which gets its id here.
        Job job = body.Deserialize<Job>()!;
        await app.Jobs.CreateAsync(job, cancellationToken);
        return TypedResults.Created($"/jobs/{job.Id}", job);
    }

    private static async Task<Results<Ok<Job>, ProblemHttpResult>> PatchAsync(JourneyApp app, Guid id, JsonObject body, CancellationToken cancellationToken)
    {
        if (JobInput.Fault(body) is { } fault) return Refused(fault);
        // With an id and no sign that it was read: the existing job. Every member that is present counts as changed; null clears it.
        body["id"] = id.ToString();
        Job job = body.Deserialize<Job>()!;
        await app.Jobs.UpdateAsync(job, cancellationToken);
        return TypedResults.Ok(await app.Jobs.GetAsync(job.Id, cancellationToken));
    }

    private static ProblemHttpResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}
