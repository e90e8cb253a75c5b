using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

public sealed class PagingTests
{
    private const int Rows = 600;

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public async Task Take_gives_exactly_that_many_distinct_rows_in_order(int serverPage)
    {
        await using EmulatedApp app = await StartAsync(serverPage);
        Job[] jobs = await app.SeedAsync(260);
        foreach (int count in (int[])[0, 1, 39, 40, 41, 99, 100, 101, 150, 250, 500])
        {
            List<Job> taken = await app.Jobs.Where(j => j.Crew >= 0).OrderBy(j => j.Title).Take(count).ToListAsync();
            Assert.Equal(jobs.Take(count).Select(job => job.Id), taken.Select(job => job.Id));
        }
        List<Job> window = await app.Jobs.OrderBy(j => j.Crew).Skip(123).Take(110).ToListAsync();
        Assert.Equal(Enumerable.Range(123, 110), window.Select(job => job.Crew!.Value));
    }

    [Fact]
    public async Task Skip_after_Take_leaves_out_of_what_was_taken()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(20);

        ObjectQuery<Job, JobFields> rest = app.Jobs.OrderBy(j => j.Crew).Take(10).Skip(3).Take(20);

        Assert.Equal(Enumerable.Range(3, 7), (await rest.ToListAsync()).Select(job => job.Crew!.Value));
        Assert.Equal(7, await rest.CountAsync());
        Assert.Empty(await rest.Skip(7).ToListAsync());
    }

    // The promise: no row twice, the server's order, exactly as many as asked for; rows that move across the reading position may be missing, and
    // only those.
    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public async Task While_others_write_no_row_comes_twice_and_none_that_stays_in_place_is_out_of_order(int serverPage)
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        await using EmulatedApp app = await StartAsync(serverPage);
        Dictionary<string, Job> all = (await app.SeedAsync(Rows)).ToDictionary(job => job.Id.Value);
        HashSet<string> touched = [];
        foreach (int? count in (int?[])[1, 99, 100, 101, 150, 250, null])
        {
            ObjectQuery<Job, JobFields> query = app.Jobs.OrderBy(j => j.Title);
            List<Job> read = [];
            touched.Clear();
            await foreach (Page<Job> page in (count is { } most ? query.Take(most) : query).AsPages())
            {
                read.AddRange(page.Items);
                await MeddleAsync(app, all, touched, random);
            }

            string[] ids = [.. read.Select(job => job.Id.Value)];
            Assert.Equal(ids.Length, ids.Distinct().Count());
            // Fewer only where the end was reached, which 600 rows and a few dozen deleted ones leave out.
            Assert.Equal(count ?? ids.Length, ids.Length);
            string[] titles = [.. read.Where(job => !touched.Contains(job.Id.Value)).Select(job => job.Title!)];
            Assert.Equal(titles.Order(StringComparer.Ordinal), titles);
        }
    }

    // Some rows are deleted, some are made, some move to another place of the order.
    private static async Task MeddleAsync(EmulatedApp app, Dictionary<string, Job> all, HashSet<string> touched, Random random)
    {
        List<BatchOperation> operations = [];
        foreach (string id in all.Keys.OrderBy(_ => random.Next()).Take(6).ToArray())
        {
            touched.Add(id);
            if (random.Next(2) == 0)
            {
                operations.Add(BatchOperation.Delete(new Id<Job>(id)));
                all.Remove(id);
            }
            else
            {
                operations.Add(BatchOperation.Update(new Job(id) { Title = $"job {random.Next(Rows):D5}" }));
            }
        }
        for (int i = 0; i < 3; i++)
        {
            var made = new Job { Title = $"job {random.Next(Rows):D5}" };
            all.Add(made.Id.Value, made);
            touched.Add(made.Id.Value);
            operations.Add(BatchOperation.Create(made));
        }
        (await app.Client.WriteAsync(operations)).ThrowIfNotDone();
    }

    // A client that asks for 100 rows at a time.
    private static Task<EmulatedApp> StartAsync(int serverPage)
        => EmulatedApp.StartAsync(options => options.PageSize = 100, server: options => options with { PageSize = serverPage });

    [Theory]
    [InlineData(TotalMode.Always)]
    [InlineData(TotalMode.OnRequest)]
    public async Task Counting_is_right_with_and_without_a_total(TotalMode total)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { Total = total, PageSize = 300 });
        await app.SeedAsync(1000);
        Assert.Equal(1000, await app.Jobs.CountAsync());
        Assert.Equal(750, await app.Jobs.CountAsync(j => j.Crew >= 250));
        Assert.Equal(10, await app.Jobs.Where(j => j.Crew < 100).Skip(90).CountAsync());
        Assert.Equal(7, await app.Jobs.Take(7).CountAsync());
        Assert.True(await app.Jobs.AnyAsync(j => j.Crew == 999));
        Assert.False(await app.Jobs.AnyAsync(j => j.Crew == 1000));
    }

    [Fact]
    public async Task A_server_that_never_tells_a_total_has_its_rows_counted()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { Total = TotalMode.Never, PageSize = 300 });
        await app.SeedAsync(1000);
        Assert.Equal(750, await app.Jobs.CountAsync(j => j.Crew >= 250));
        Assert.Equal((750, 1000), (await app.Client.Objects("job").Where("crew >= ?", 250).CountAsync(), await app.Client.Objects("job").All().CountAsync()));
        Assert.Equal(20, await app.Client.Objects("job").Where("crew >= ?", 250).Skip(730).Take(50).CountAsync());
    }

    [Fact]
    public async Task Rows_that_slide_back_across_the_reading_position_come_once()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 100);
        await app.SeedAsync(300);
        var seen = new List<string>();
        int pages = 0;
        await foreach (Page<Job> page in app.Jobs.OrderBy(j => j.Title).AsPages())
        {
            seen.AddRange(page.Items.Select(job => job.Id.Value));
            // A new row before all others pushes the last row of this page onto the next.
            if (pages++ == 0) await app.Jobs.CreateAsync(new Job { Title = "a" });
        }
        Assert.Equal(300, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Every_object_comes_once_while_others_are_deleted_and_skipping_pages_would_lose_some()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 100);
        Job[] jobs = await app.SeedAsync(1500);
        HashSet<string> staying = [.. jobs.Skip(750).Select(job => job.Id.Value)];
        Queue<Job> going = new(jobs.Take(750));

        async Task<List<string>> ReadWhileDeletingAsync(ReadConsistency completeness, int perPage)
        {
            List<string> seen = [];
            await foreach (Page<Job> page in app.Jobs.WithConsistency(completeness).AsPages())
            {
                seen.AddRange(page.Items.Select(job => job.Id.Value));
                for (int i = 0; i < perPage && going.TryDequeue(out Job? next); i++) await app.Jobs.DeleteAsync(next);
            }
            return seen;
        }

        List<string> slices = await ReadWhileDeletingAsync(ReadConsistency.Complete, 10);
        Assert.Equal(slices.Count, slices.Distinct().Count());
        Assert.Empty(staying.Except(slices));

        // The test of the test: the same reading by pages loses rows that were there from start to end.
        List<string> skipped = await ReadWhileDeletingAsync(ReadConsistency.Ordered, 50);
        Assert.NotEmpty(staying.Except(skipped));
    }

    [Fact]
    public async Task Every_object_also_meets_the_condition()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 50);
        await app.SeedAsync(500);
        List<Job> some = await app.Jobs.Where(j => j.Crew >= 100 || j.Crew < 10).WithConsistency(ReadConsistency.Complete).ToListAsync();
        Assert.Equal(410, some.Count);
        Assert.Equal(410, some.Select(job => job.Id).Distinct().Count());
        Assert.Throws<InvalidOperationException>(() => app.Jobs.OrderBy(j => j.Title).WithConsistency(ReadConsistency.Complete).AsPages());
    }

    [Fact]
    public async Task Include_fetches_each_related_object_once_per_page_and_shares_it()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Site[] sites = [new() { Name = "a" }, new() { Name = "b" }];
        await app.Client.WriteAsync(sites.Select(BatchOperation.Create));
        Job[] jobs = await app.SeedAsync(100, i => new Job { Title = $"{i:D3}", SiteId = i == 50 ? (Id<Site>?)null : i == 51 ? new Site().Id : sites[i % 2].Id });

        List<Job> read = await app.Jobs.OrderBy(j => j.Title).Include(j => j.Site).Include(j => j.Parent).ToListAsync();
        Assert.Equal(["GET", "POST"], app.Emulator.Requests.Select(request => request.Method));
        Assert.Equal("a", read[0].Site?.Name);
        Assert.Same(read[0].Site, read[2].Site);
        Assert.Null(read[50].Site);
        Assert.Null(read[51].Site);
        Assert.False(read[0].HasChanges);

        Job? single = await app.Jobs.Include(j => j.Site).FindAsync(jobs[1].Id);
        Assert.Equal("b", single?.Site?.Name);
        Assert.EndsWith("?embed=site", app.Traffic.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_many_is_a_query_over_the_children()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var site = new Site { Name = "a" };
        await app.Sites.CreateAsync(site);
        await app.SeedAsync(30, i => new Job { Title = $"{i:D2}", SiteId = i % 3 == 0 ? site.Id : (Id<Site>?)null });
        List<string?> titles = [];
        await foreach (Job job in app.Sites.JobsOf(site).OrderByDescending(j => j.Title)) titles.Add(job.Title);
        Assert.Equal(["27", "24", "21", "18", "15", "12", "09", "06", "03", "00"], titles);
    }

    [Fact]
    public async Task First_and_single_ask_for_no_more_than_they_need()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(5);
        Assert.Equal("job 00004", (await app.Jobs.OrderByDescending(j => j.Crew).FirstOrDefaultAsync())?.Title);
        Assert.Contains("limit=1&", app.Traffic.Single(), StringComparison.Ordinal);
        Assert.Equal("job 00002", (await app.Jobs.SingleOrDefaultAsync(j => j.Crew == 2))?.Title);
        Assert.Null(await app.Jobs.SingleOrDefaultAsync(j => j.Crew == 77));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.SingleOrDefaultAsync(j => j.Crew > 2));
    }

    [Fact]
    public async Task An_expression_of_ones_own_takes_its_values_as_arguments()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(10);
        List<Job> found = await app.Jobs.Where(j => j.Crew < 8).WhereExpression("title contains ? or crew = ?", "00003", 5).OrderBy(j => j.Crew).ToListAsync();
        Assert.Equal([3, 5], found.Select(job => job.Crew!.Value));
        Assert.DoesNotContain("00003", app.Traffic.Single().Split("arguments")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_without_rows_ends_in_an_error_instead_of_a_loop()
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(System.Net.HttpStatusCode.OK, """{"objects":[],"more":true}""") };
        using var app = new FieldApp(Transports.Options(server));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Jobs.ToListAsync());
    }

    [Fact]
    public async Task An_unreadable_object_is_reported_or_thrown_and_never_costs_its_page()
    {
        const string Body = """{"objects":[{"id":"a","title":"x"},{"id":"b","crew":"many"},{"id":"c","crew":3}],"more":false}""";
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(System.Net.HttpStatusCode.OK, Body) };
        using var reporting = new FieldApp(Transports.Options(server) is var options && (options.ReportUnreadableObjects = true) ? options : options);
        await foreach (Page<Job> page in reporting.Jobs.AsPages())
        {
            Assert.Equal(["a", "c"], page.Items.Select(job => job.Id.Value));
            Assert.Equal(("job", "b", "crew"), (page.Unreadable.Single().Model, page.Unreadable[0].ObjectId, page.Unreadable[0].Field));
        }
        using var throwing = new FieldApp(Transports.Options(server));
        await Assert.ThrowsAsync<UnreadableObjectException>(() => throwing.Jobs.ToListAsync());
    }

    [Fact]
    public async Task Cancellation_ends_an_enumeration_between_and_within_pages()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 10);
        await app.SeedAsync(100);
        using var canceling = new CancellationTokenSource();
        int read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Job job in app.Jobs.WithCancellation(canceling.Token))
            {
                if (++read == 15) await canceling.CancelAsync();
            }
        });
        Assert.InRange(read, 15, 20);
    }
}
