using System.Text;
using System.Text.Json.Nodes;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Makes jobs with random values in every kind of field, and keeps the files that it gave them.</summary>
internal sealed class RandomJobs(Random random)
{
    /// <summary>The fields that hold files, by their schema names.</summary>
    public static readonly string[] FileFields = ["photo", "sign", "manual"];

    private readonly List<Job> _jobs = [];

    /// <summary>What was uploaded, by the job and the field's schema name.</summary>
    public Dictionary<(Id<Job> Job, string Field), byte[]> Files { get; } = [];

    /// <summary>Makes one; each field is set, set to null, or left alone.</summary>
    public Job Next(Site[] sites)
    {
        Job job = new();
        if (Often()) job.Title = Text();
        if (Often()) job.Notes = random.Next(4) switch { 0 => "", 1 => null, _ => Text() };
        if (Often()) job.Crew = random.Next(5) switch { 0 => int.MinValue, 1 => int.MaxValue, 2 => 0, 3 => null, _ => random.Next(-1000, 1000) };
        if (Often()) job.Cost = random.Next(5) switch { 0 => 0, 1 => Math.Round(random.NextDouble() * 1000, 2), 2 => -random.NextDouble(), 3 => null, _ => random.NextDouble() * 1e20 };
        if (Often()) job.Due = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber));
        if (Often()) job.StartedAt = Moment(-60_000_000_000, 250_000_000_000).ToOffset(TimeSpan.FromMinutes(random.Next(-840, 840)));
        if (Often()) job.Done = random.Next(3) switch { 0 => true, 1 => false, _ => null };
        if (Often()) job.State = (JobState)random.Next(3);
        if (Often()) job.Priority = random.Next(3) switch { 0 => JobPriority.Low, 1 => JobPriority.High, _ => JobPriority.None };
        if (Often()) job.Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (Choice<JobTags>)(JobTags)random.Next(3))];
        if (Often()) job.Ratings = random.Next(3) switch { 0 => [JobRatings.Huge], 1 => [], _ => [JobRatings.Huge, JobRatings.One] };
        if (Often()) job.Position = new Location((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180, Part(), Part(), Part(), Moment(0, int.MaxValue));
        if (Often()) job.Route = Track();
        if (random.Next(8) == 0) job.Photo = Photo.FromBytes(File(job, "photo"), "photo.jpg");
        if (random.Next(8) == 0) job.Sign = Signature.FromBytes(File(job, "sign"), "sign.svg");
        if (random.Next(8) == 0) job.Manual = Attachment.FromBytes(File(job, "manual"), "manual.pdf");
        if (Often()) job.SiteId = sites[random.Next(sites.Length)].Id;
        if (Often() && _jobs.Count > 0) job.ParentId = _jobs[random.Next(_jobs.Count)].Id;
        _jobs.Add(job);
        return job;
    }

    private bool Often() => random.Next(4) != 0;

    private double? Part() => Often() ? Math.Round(random.NextDouble() * 1000, 3) : null;

    private DateTimeOffset Moment(long fromSeconds, long toSeconds) => DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(fromSeconds, toSeconds));

    private byte[] File(Job job, string field)
    {
        byte[] content = new byte[random.Next(3000)];
        random.NextBytes(content);
        Files.Add((job.Id, field), content);
        return content;
    }

    // Its form is not documented: any JSON.
    private Track Track() => new(new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode?)new JsonObject
    {
        ["at"] = random.Next(2) == 0 ? null : random.NextDouble() * 90,
        ["n"] = random.NextInt64(),
        ["text"] = Text(),
        ["ok"] = random.Next(2) == 0,
    })]).ToJsonString());

    private string Text()
    {
        StringBuilder text = new();
        for (int length = random.Next(1, 30); length > 0; length--)
        {
            int letter = random.Next(6) switch { 0 => random.Next(0x1F600, 0x1F640), 1 => random.Next(0x20AC, 0x2100), 2 => random.Next(1, 0x20), 3 => 0x22 + random.Next(60), _ => random.Next(0x20, 0x7F) };
            text.Append(char.ConvertFromUtf32(letter));
        }

        return text.ToString();
    }
}
