using Acme.Field;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>Which objects come from reading by ranges, at the size of some pages of 30.</summary>
public sealed class RangeReadingTests
{
    private const int PageSize = 30;

    private static readonly string[] Ids = IdShapes.Make("version 4", 1_000, new Random(1));

    public static TheoryData<string> Kinds => ["usual", "refuses not in", "ignores not in", "sorted by id", "without totals", "short rests"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_object_comes_once_whatever_the_server_can_do(string kind)
    {
        foreach (int count in (int[])[0, 1, 29, 30, 31, 59, 60, 61, 90, 1_000])
        {
            string[] ids = Ids[..count];
            RangeServer server = Serve(ids, kind);
            using FieldApp app = Connect(server, 4);
            List<Page<Job>> pages = [];
            await foreach (Page<Job> page in app.Jobs.WithConsistency(ReadConsistency.Complete).AsPages()) pages.Add(page);

            Assert.Equal(ids.Order(), pages.SelectMany(page => page.Items).Select(job => job.Id.Value).Order());
            Assert.All(pages, page => Assert.NotEmpty(page.Items));
            Assert.All(pages.SkipLast(1), page => Assert.True(page.More));
            Assert.InRange(server.MostInFlight, 1, 4);
            Assert.InRange(server.Requests, 1, 2 + (count / 8));
        }
    }

    [Fact]
    public async Task Leaving_a_loop_cancels_the_requests_under_way()
    {
        RangeServer server = Serve(Ids, "usual");
        using FieldApp app = Connect(server, 4);

        await ReadOnePageAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        async Task ReadOnePageAsync()
        {
            await foreach (Page<Job> page in app.Jobs.WithConsistency(ReadConsistency.Complete).AsPages())
            {
                // What is requested from now on never arrives by itself.
                if (server.Latency > TimeSpan.Zero) break;
                server.Latency = TimeSpan.FromDays(1);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Sorted_ranges_rise_from_any_id_on(int lanes)
    {
        foreach (string? after in (string?[])[null, Ids[0], Ids[500]])
        {
            RangeServer server = Serve(Ids, "usual");
            using FieldApp app = Connect(server, lanes);
            List<string> read = [];
            await foreach (Page<JourneyRecord> page in app.Objects("job").All().AsIdRanges(after)) read.AddRange(page.Items.Select(job => job.Id));

            Assert.Equal(server.Ids.Where(id => string.CompareOrdinal(id, after) > 0), read);
            Assert.InRange(server.MostInFlight, 1, lanes);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Beside_a_writer_no_object_that_stays_is_lost(string kind)
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        HashSet<string> staying = [.. Ids];
        RangeServer server = Serve(Ids, kind, server =>
        {
            for (int i = 0; i < 4; i++)
            {
                string id = server.Ids[random.Next(server.Ids.Count)];
                server.Delete(id);
                staying.Remove(id);
                if (random.Next(2) == 0) server.Create(id);
                server.Create(IdShapes.Uuid(random, '4'));
            }
        });
        using FieldApp app = Connect(server, 4);
        List<string> read = [.. (await app.Jobs.WithConsistency(ReadConsistency.Complete).ToListAsync()).Select(job => job.Id.Value)];

        Assert.True(staying.IsSubsetOf(read), $"seed {seed}: {string.Join(' ', staying.Except(read))}");
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    private static RangeServer Serve(string[] ids, string kind, Action<RangeServer>? writer = null) => new(ids)
    {
        PageSize = PageSize,
        HasNotIn = kind == "refuses not in" ? null : kind != "ignores not in",
        IsSortedById = kind == "sorted by id",
        HasTotal = kind != "without totals",
        RestSize = kind == "short rests" ? 2 * PageSize / 3 : int.MaxValue,
        Writer = writer,
    };

    private static FieldApp Connect(RangeServer server, int lanes)
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.Handler = server;
        options.MaxConcurrency = lanes;
        options.PageSize = PageSize;
        return new FieldApp(options);
    }
}
