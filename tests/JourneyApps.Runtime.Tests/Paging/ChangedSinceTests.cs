using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Testing;

namespace JourneyApps.Runtime.Tests.Paging;

public sealed class ChangedSinceTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task Everything_written_since_comes_once_in_order_of_writing(int pageSize)
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = pageSize, options => options with { TimeProvider = time });
        await app.SeedAsync(20, i => new Job { Title = $"before {i}" });
        time.Advance(TimeSpan.FromSeconds(2));
        DateTimeOffset since = time.GetUtcNow();
        // One second holds more than a page, others less.
        foreach (int count in (int[])[3, 25, 1, 12])
        {
            await app.SeedAsync(count, i => new Job { Title = $"at {time.GetUtcNow():HH:mm:ss} {i}" });
            time.Advance(TimeSpan.FromSeconds(1));
        }

        List<Job> changed = [];
        await foreach (Job job in app.Jobs.ChangedSince(since)) changed.Add(job);
        Assert.Equal(41, changed.Count);
        Assert.Equal(41, changed.Select(job => job.Id).Distinct().Count());
        Assert.Equal(changed.Select(job => job.UpdatedAt).Order(), changed.Select(job => job.UpdatedAt));
        Assert.DoesNotContain(changed, job => job.Title!.StartsWith("before", StringComparison.Ordinal));
    }

    // Times of the API have whole seconds, so the second in which the time lies is read as a whole.
    [Fact]
    public async Task What_was_written_in_the_same_second_before_the_time_is_included()
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { TimeProvider = time });
        await app.SeedAsync(2);
        List<Job> changed = [];
        await foreach (Job job in app.Jobs.ChangedSince(time.GetUtcNow() + TimeSpan.FromMilliseconds(700))) changed.Add(job);
        Assert.Equal(2, changed.Count);
        await foreach (Job job in app.Jobs.ChangedSince(time.GetUtcNow() + TimeSpan.FromMilliseconds(1_000))) Assert.Fail(job.ToString());
    }

    // Every write moves a row, so positions are used within a second only.
    [Fact]
    public async Task Only_a_second_with_more_than_a_page_is_read_by_position()
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 10, options => options with { TimeProvider = time });
        DateTimeOffset since = time.GetUtcNow();
        foreach (int count in (int[])[25, 1, 1, 40, .. Enumerable.Repeat(1, 30)])
        {
            await app.SeedAsync(count);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        HashSet<Id<Job>> read = [];
        await foreach (Job job in app.Jobs.ChangedSince(since)) Assert.True(read.Add(job.Id));

        Assert.Equal(97, read.Count);
        int[] positions = [.. app.Traffic.Select(line => int.Parse(line.Split("skip=")[1].Split('&', ' ')[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(40, positions.Max());
        Assert.InRange(positions.Length, 10, 24);
    }

    [Fact]
    public async Task Rows_that_move_while_reading_are_not_lost()
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 10, options => options with { TimeProvider = time });
        Job[] jobs = await app.SeedAsync(60);
        HashSet<string> seen = [];
        int read = 0;
        await foreach (Job job in app.Jobs.ChangedSince(time.GetUtcNow()))
        {
            seen.Add(job.Id.Value);
            if (++read % 7 != 0 || read > 60) continue;
            time.Advance(TimeSpan.FromSeconds(1));
            await app.Jobs.UpdateAsync(new Job(jobs[read % 60].Id) { Notes = $"moved {read}" });
        }
        Assert.Equal(60, seen.Count);
    }

    [Fact]
    public async Task Search_finds_text_in_any_case()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(3, i => new Job { Title = i == 1 ? "The PUMP" : "valve", Notes = i == 2 ? "near the pump" : null });
        Assert.Equal(2, (await app.Jobs.SearchAsync("pump")).Count);
    }

    [Fact]
    public async Task A_prepared_query_answers_without_a_server()
    {
        Job[] jobs = [JourneyTestData.Read<Job>("""{"id":"a","title":"1"}"""), JourneyTestData.Read<Job>("""{"id":"b","title":"2"}""")];
        var set = new FakeJobs(jobs);
        Assert.Equal(2, await set.CountAsync(j => j.Title == "whatever"));
        Assert.Equal("1", (await set.OrderBy(j => j.Title).FirstOrDefaultAsync())?.Title);
        Assert.Equal("2", (await set.AsQuery().FindAsync("b"))?.Title);
        List<string?> titles = [];
        await foreach (Job job in set.Where(j => j.Crew > 5).Take(1)) titles.Add(job.Title);
        Assert.Equal(["1", "2"], titles);
    }

    private sealed class FakeJobs(Job[] jobs) : JobSet
    {
        public override ObjectQuery<Job, JobFields> AsQuery() => JourneyTestData.Query<Job, JobFields>(jobs);
    }
}
