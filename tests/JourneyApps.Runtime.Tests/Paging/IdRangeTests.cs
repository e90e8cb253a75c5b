using System.Net;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

public sealed class IdRangeTests
{
    [Fact]
    public void Each_id_is_in_exactly_one_of_the_parts_of_a_range()
    {
        var random = new Random(TestSeed.Next());
        foreach (string shape in (string[])["version 4", "version 1 of a minute", "SO- and 7 digits", "unpadded text", "mixed case"])
        {
            string[] ids = [.. IdShapes.Make(shape, 1000, random), "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "no uuid at all", "ZZZ", ""];
            List<IdRange> parts = IdRangeCuts.Cut(IdRange.Everything, ids[..1000], 1000, 100_000)!;
            Assert.InRange(parts.Count, 2, 130);
            Assert.All(ids, id => Assert.Single(parts, part => part.Contains(id)));
            IdRange inner = parts[parts.Count / 2];
            string[] within = [.. ids.Where(inner.Contains)];
            if (within.Length > 0) Assert.All(within, id => Assert.Single(IdRangeCuts.Cut(inner, within, 3, 50)!, part => part.Contains(id)));
        }
    }

    [Fact]
    public async Task More_objects_with_one_id_than_a_page_holds_are_a_fault()
    {
        const string Id = "50000000-0000-4000-8000-000000000000";
        var server = new FakeServer { Otherwise = request => FakeServer.Response(HttpStatusCode.OK, HasId(request.Body) ? $$"""{"objects":[{"id":"{{Id}}"}],"more":true,"total":2}""" : """{"objects":[],"more":false,"total":0}""") };

        // Also for the condition "not in", which this server ignores.
        static bool HasId(string? body)
        {
            if (body is null) return true;
            using var query = JsonDocument.Parse(body);
            return query.RootElement.GetProperty("expression").GetString()!.Split(" and ").Zip(query.RootElement.GetProperty("arguments").EnumerateArray()).All(part =>
                part.First.Contains("not in", StringComparison.Ordinal)
                || string.CompareOrdinal(Id, part.Second.GetString()) >= 0 == part.First.Contains(">=", StringComparison.Ordinal));
        }

        using var app = new FieldApp(Transports.Options(server));
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync());
        Assert.Contains("with the same id", fault.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 3, 300);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(1000)]
    public async Task Ranges_of_a_known_total_take_few_requests(int count)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 100);
        await app.SeedAsync(count);
        List<Job> read = await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync();
        Assert.Equal(count, read.Select(job => job.Id).Distinct().Count());
        Assert.InRange(app.Traffic.Count(), 1, 2 + (count / 50));
    }

    [Fact]
    public async Task Reading_by_ranges_resumes_after_any_id()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 20);
        string[] ids = [.. (await app.SeedAsync(200)).Select(job => job.Id.Value).Order(StringComparer.Ordinal)];
        RecordQuery jobs = app.Client.Objects("job").Where("crew < ?", 1000);
        foreach (string? after in (string?[])[null, ids[0], ids[99], ids[^1], "g", "00000000"])
        {
            List<string> read = [];
            await foreach (Page<JourneyRecord> page in jobs.AsIdRanges(after)) read.AddRange(page.Items.Select(job => job.Id));
            Assert.Equal(ids.Where(id => string.CompareOrdinal(id, after) > 0), read);
        }
    }
}
