using Acme.Field;
using Microsoft.AspNetCore.Builder;

namespace JourneyApps.Extensions.OpenApi.Tests;

/// <summary>The documents of services that take and return models and values.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("v1", "models.json")]
    [InlineData("3_0", "models-3.0.json")]
    public async Task Models_and_values_are_described_as_they_are_in_json(string document, string golden)
    {
        await using Api api = await Api.StartAsync(app =>
        {
            app.MapGet("/jobs/{id}", (Id<Job> id, Choice<JobState>? state, JobPriority? grade) => new Job(id));
            app.MapPost("/jobs", (Job job) => new Row(job, [job], job.State, JobState.New, job.Tags, job.SiteId, job.Position, job.Route, job.Photo, job.Sign, job.Manual));
        });

        string text = await api.DocumentAsync(document);

        Assert.Equal("", Api.Errors(text));
        Golden.AssertSame(golden, text);
    }

    private sealed record Row(
        Job Job, IReadOnlyList<Job> Others, Choice<JobState>? State, JobState Plain, ChoiceSet<JobTags>? Tags, Id<Site>? Site, Location? Where,
        Track? Path, Photo? Photo, Signature? Signature, Attachment? Report)
    {
        public List<Choice<JobState>>? States { get; init; }

        public Dictionary<string, Job>? ByName { get; init; }
    }
}
