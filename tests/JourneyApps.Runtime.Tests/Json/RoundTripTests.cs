using System.Text;
using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Random objects with every field type, written to the emulator and read again.</summary>
public sealed class RoundTripTests
{
    private const int Objects = 10_000;

    [Fact]
    public async Task Ten_thousand_random_objects_come_back_as_they_were_written()
    {
        int seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        Random random = new(seed);
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Site[] sites = [.. Enumerable.Range(0, 20).Select(static i => new Site { Name = $"Site {i}" })];
        Job[] written = new Job[Objects];
        for (int i = 0; i < Objects; i++)
            written[i] = RandomJob(random, sites, i == 0 ? (Id<Job>?)null : written[random.Next(i)].Id);

        await app.Client.WriteAsync([.. sites.Select(BatchOperation.Create), .. written.Select(BatchOperation.Create)]);
        Dictionary<Id<Job>, Job> read = [];
        await foreach (Job job in app.Jobs)
            read.Add(job.Id, job);

        Assert.Equal(Objects, read.Count);
        foreach (Job job in written)
            Assert.True(Text(job) == Text(read[job.Id]), $"seed {seed}\n{Text(job)}\n{Text(read[job.Id])}");
    }

    private static Job RandomJob(Random random, Site[] sites, Id<Job>? parent)
    {
        Job job = new();
        if (Often()) job.Title = RandomText(random);
        if (Often()) job.Notes = Often() ? "" : null;
        if (Often()) job.Crew = random.Next(5) switch { 0 => int.MinValue, 1 => int.MaxValue, 2 => 0, _ => random.Next(-1000, 1000) };
        if (Often()) job.Cost = random.Next(4) switch { 0 => 0, 1 => Math.Round(random.NextDouble() * 1000, 2), 2 => -random.NextDouble(), _ => random.NextDouble() * 1e20 };
        if (Often()) job.Due = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber));
        if (Often()) job.StartedAt = DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(-60_000_000_000, 250_000_000_000)).ToOffset(TimeSpan.FromMinutes(random.Next(-840, 840)));
        if (Often()) job.Done = random.Next(3) switch { 0 => true, 1 => false, _ => null };
        if (Often()) job.State = (JobState)random.Next(3);
        if (Often()) job.Priority = random.Next(3) switch { 0 => JobPriority.Low, 1 => JobPriority.High, _ => JobPriority.None };
        if (Often()) job.Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (Choice<JobTags>)(JobTags)random.Next(3))];
        if (Often()) job.Ratings = random.Next(2) == 0 ? [JobRatings.Huge] : [JobRatings.Huge, JobRatings.One];
        if (Often()) job.Position = new Location(random.NextDouble() * 180 - 90, 0, Often() ? 12.25 : null, null, 3, DateTimeOffset.FromUnixTimeSeconds(random.Next()));
        if (random.Next(20) == 0) job.Manual = Attachment.FromBytes(new byte[random.Next(2000)], "manual.pdf");
        if (Often()) job.SiteId = sites[random.Next(sites.Length)].Id;
        if (Often()) job.ParentId = parent;
        return job;

        bool Often() => random.Next(4) != 0;
    }

    private static string RandomText(Random random)
    {
        StringBuilder text = new();
        for (int length = random.Next(1, 30); length > 0; length--)
        {
            int letter = random.Next(6) switch { 0 => random.Next(0x1F600, 0x1F640), 1 => random.Next(0x20AC, 0x2100), 2 => random.Next(1, 0x20), 3 => 0x22 + random.Next(60), _ => random.Next(0x20, 0x7F) };
            text.Append(char.ConvertFromUtf32(letter));
        }

        return text.ToString();
    }

    private static string Text(Job job) => FormattableString.Invariant(
        $"""
        {job.Title}|{job.Notes is null}|{job.Crew}|{job.Cost:R}|{job.Due:O}|{job.StartedAt?.ToUniversalTime():O}|{job.Done}|{job.State?.Key}|{job.Priority?.Key}|
        {(job.Tags is null ? "null" : string.Join(",", job.Tags.Select(static tag => tag.Key)))}|{(job.Ratings is null ? "null" : string.Join(",", job.Ratings.Select(static tag => tag.Key)))}|
        {job.Position}|{job.Manual is null}|{job.SiteId}|{job.ParentId}
        """);
}
