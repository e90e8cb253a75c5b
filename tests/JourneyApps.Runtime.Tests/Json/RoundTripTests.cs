using System.Text.Json.Nodes;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Random objects with every field type, written to the emulator and read again, over HTTP.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private const int Objects = 10_000;

    // One of so many is also written by itself, read by itself, or has its files fetched.
    private const int Sample = 50;

    [Fact]
    public async Task Ten_thousand_random_objects_come_back_as_they_were_written()
    {
        int seed = TestSeed.Next();
        RandomJobs jobs = new(new Random(seed));
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Site[] sites = [.. Enumerable.Range(0, 20).Select(static i => new Site { Name = $"Site {i}" })];
        Job[] written = [.. Enumerable.Range(0, Objects).Select(_ => jobs.Next(sites))];
        Dictionary<Id<Job>, string> expected = written.ToDictionary(job => job.Id, job => Text(job));

        await app.Client.WriteAsync(sites.Select(BatchOperation.Create));
        foreach (Job job in written.Where((_, i) => i % Sample == 0)) await app.Jobs.CreateAsync(job);
        (await app.Client.WriteAsync(written.Where((_, i) => i % Sample != 0).Select(BatchOperation.Create))).ThrowIfNotDone();
        Dictionary<Id<Job>, Job> read = [];
        await foreach (Job job in app.Jobs) read.Add(job.Id, job);

        Assert.Equal(Objects, read.Count);
        foreach (Job job in written) AssertEqual(job.Id, read[job.Id]);
        for (int i = 0; i < Objects; i += Sample)
        {
            // What the answer to a create made of the object, and what a read of it alone gives.
            AssertEqual(written[i].Id, written[i]);
            AssertEqual(written[i].Id, await app.Jobs.GetAsync(written[i].Id));
        }

        int fetched = 0;
        foreach (((Id<Job> id, string field), byte[] content) in jobs.Files.Where((_, i) => i % 4 == 0))
        {
            using MemoryStream file = new();
            await app.Jobs.DownloadAsync(read[id], field, "original", file);
            Assert.True(content.AsSpan().SequenceEqual(file.ToArray()), $"seed {seed}: {field} of {id}");
            fetched++;
        }

        output.WriteLine($"{Objects} objects, {jobs.Files.Count} files of which {fetched} were fetched, all equal");

        void AssertEqual(Id<Job> id, Job found) => Assert.True(expected[id] == Text(found), $"seed {seed}\n{expected[id]}\n{Text(found)}");
    }

    private static string Text(Job job) => FormattableString.Invariant(
        $"""
        {job.Title ?? "null"}|{job.Notes ?? "null"}|{job.Crew}|{job.Cost:R}|{job.Due:O}|{job.StartedAt?.ToUniversalTime():O}|{job.Done}|{job.State?.Key}|{job.Priority?.Key}|
        {(job.Tags is null ? "null" : string.Join(",", job.Tags.Select(static tag => tag.Key)))}|{(job.Ratings is null ? "null" : string.Join(",", job.Ratings.Select(static tag => tag.Key)))}|
        {Text(job.Position)}|{(job.Route is null ? "null" : JsonNode.Parse(job.Route.Json)!.ToJsonString())}|{job.SiteId}|{job.ParentId}|
        {string.Join(",", RandomJobs.FileFields.Select(field => $"{field} {IsThere(File(job, field))}"))}
        """);

    private static string Text(Location? place) => place is not { } p ? "null" : FormattableString.Invariant(
        $"{p.Latitude:R} {p.Longitude:R} {p.Altitude:R} {p.HorizontalAccuracy:R} {p.VerticalAccuracy:R} {p.Timestamp:O}");

    private static AttachmentValue? File(Job job, string field) => field switch { "photo" => job.Photo, "sign" => job.Sign, _ => job.Manual };

    // Before the write an upload, after it a file on the server; what is neither shows as it is.
    private static string IsThere(AttachmentValue? file)
        => file is null ? "no" : file is { State: AttachmentState.Upload } or { State: AttachmentState.Uploaded, Id: not null } ? "yes" : file.ToString();
}
