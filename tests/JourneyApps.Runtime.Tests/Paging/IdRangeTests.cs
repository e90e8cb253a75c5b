using System.Net;
using System.Text.Json;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

public sealed class IdRangeTests
{
    [Fact]
    public void A_range_has_its_lower_end_and_not_its_upper()
    {
        UInt128 middle = UInt128.One << 127;
        IdRange low = new(null, middle), high = new(middle, null);
        Assert.Equal((null, "80000000-0000-0000-0000-000000000000"), (low.FromId, low.ToId));
        Assert.Equal(("80000000-0000-0000-0000-000000000000", null), (high.FromId, high.ToId));
        Assert.Equal((false, true), (low.Contains(high.FromId!), high.Contains(high.FromId!)));
    }

    [Fact]
    public void Each_id_is_in_exactly_one_of_the_ranges_that_cover_everything()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        UInt128[] cuts = [.. Enumerable.Range(1, 127).Select(cut => (UInt128)cut << 121)];
        IdRange[] ranges = [new(null, cuts[0]), .. cuts.Zip(cuts.Skip(1), static (from, to) => new IdRange(from, to)), new(cuts[^1], null)];
        Assert.Equal(128, ranges.Length);
        string[] ids = [.. Enumerable.Range(0, 500).Select(_ => { var bytes = new byte[16]; random.NextBytes(bytes); return new Guid(bytes).ToString("D"); }),
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "no uuid at all", "ZZZ", ""];
        Assert.All(ids, id => Assert.Single(ranges, range => range.Contains(id)));
    }

    [Fact]
    public async Task Narrowing_reaches_single_ids_and_ends_there()
    {
        const string Body = """{"objects":[{"id":"00000000-0000-0000-0000-000000000000"}],"more":true}""";
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, Body) };
        using var app = new FieldApp(Transports.Options(server));
        var ranges = new IdRangeReader<JourneyRecord>(new ObjectCalls<JourneyRecord>(new ClientContext(app.Transport, app.Schema), new RecordCodec("job"), null), null);
        UnreadableResponseException fault = await Assert.ThrowsAsync<UnreadableResponseException>(() => ranges.NextAsync(report: false, TestContext.Current.CancellationToken));
        Assert.Contains("with the same id", fault.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 126, 131);
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
