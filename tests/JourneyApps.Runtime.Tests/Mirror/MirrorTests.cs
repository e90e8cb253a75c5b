using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

public class MirrorTests
{
    [Fact]
    public async Task Everything_is_loaded_once_and_then_followed()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(30);
        var copy = new Copy();
        JourneyMirror mirror = app.Client.Mirror(m => m.Jobs(copy).Sites(copy), new MirrorOptions { Checkpoints = copy });
        await mirror.CatchUpAsync();
        Assert.Equal(["job Loading 30 with checkpoint", "site Loading 0 with checkpoint"], copy.Steps);

        copy.Steps.Clear();
        jobs[0].Title = "changed";
        await app.Jobs.UpdateAsync(jobs[0]);
        await app.Jobs.DeleteAsync(jobs[1]);
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        await mirror.CatchUpAsync();
        Assert.Equal(["job Following 2 without checkpoint", "site Following 1 with checkpoint"], copy.Steps);
        await AssertEqualAsync(app, copy, "job", "site");
    }

    [Fact]
    public async Task A_restart_reads_one_page_of_the_log_and_nothing_else()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(10);
        var copy = new Copy();
        await Create(app.Client, copy).CatchUpAsync();
        app.Emulator.ClearRequests();

        await Create(app.Client, copy).CatchUpAsync();
        Assert.StartsWith("GET oplog.json?start=", Assert.Single(app.Traffic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_load_reads_slices_of_ids_and_never_skips()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 100);
        await app.SeedAsync(1000);
        var copy = new Copy();
        await Create(app.Client, copy).CatchUpAsync();

        await AssertEqualAsync(app, copy, "job");
        Assert.DoesNotContain(app.Traffic, request => request.Contains("skip", StringComparison.Ordinal) && !request.Contains("skip=0", StringComparison.Ordinal) && !request.Contains("\"skip\":null", StringComparison.Ordinal));
        Assert.InRange(app.Traffic.Count(request => request.Contains("query.json", StringComparison.Ordinal)), 10, 60);
    }

    [Fact]
    public async Task The_checkpoint_moves_over_pages_without_mirrored_models()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        // A copy that begins with an empty oplog is loaded again at its first entry.
        await app.SeedAsync(1);
        var copy = new Copy();
        JourneyMirror sites = app.Client.CreateMirror(new MirrorBuilder().Add<Site>(copy), new MirrorOptions { Checkpoints = copy });
        await sites.CatchUpAsync();
        await app.SeedAsync(50);
        copy.Steps.Clear();
        await sites.CatchUpAsync();
        Assert.Empty(copy.Steps);

        // Nothing of the 50 entries is needed any more: trimming all but the last does no harm.
        await app.Emulator.TrimOplogAsync(1);
        await sites.CatchUpAsync();
        Assert.Empty(copy.Steps);
    }

    [Fact]
    public async Task A_model_that_is_added_later_is_loaded_alone()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(20);
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        var copy = new Copy();
        await app.Client.CreateMirror(new MirrorBuilder().Add<Job>(copy), new MirrorOptions { Checkpoints = copy }).CatchUpAsync();
        copy.Steps.Clear();

        await Create(app.Client, copy).CatchUpAsync();
        Assert.Equal(["site Loading 1 with checkpoint"], copy.Steps);
        await AssertEqualAsync(app, copy, "job", "site");
    }

    [Fact]
    public async Task A_trimmed_log_loads_everything_again_and_removes_what_is_gone()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(20);
        var copy = new Copy();
        List<MirrorEvent> events = [];
        await Create(app.Client, copy).CatchUpAsync();
        foreach (Job job in jobs[..5]) await app.Jobs.DeleteAsync(job);
        await app.Emulator.TrimOplogAsync(2);

        await Create(app.Client, copy, options => options with { Progress = new Listener(progress => events.Add(progress.Event)) }).CatchUpAsync();
        Assert.Contains(MirrorEvent.Resync, events);
        await AssertEqualAsync(app, copy, "job");
        Assert.Equal(15, copy.Rows.Count);
    }

    [Fact]
    public async Task A_trimmed_log_can_stop_the_mirror_instead()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(5);
        var copy = new Copy();
        await Create(app.Client, copy).CatchUpAsync();
        await app.Jobs.DeleteAsync(jobs[0]);
        await app.Emulator.TrimOplogAsync(1);

        await Assert.ThrowsAsync<OplogGapException>(() => Create(app.Client, copy, options => options with { StopOnGap = true }).CatchUpAsync());
        Assert.Equal(5, copy.Rows.Count);
    }

    [Fact]
    public async Task A_field_more_in_the_deployment_is_told_and_does_not_stop_the_mirror()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(5);
        var copy = new Copy();
        JourneyMirror first = Create(app.Client, copy);
        await first.CatchUpAsync();
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
            "<field name=\"notes\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"notes\"", StringComparison.Ordinal));
        await app.Jobs.CreateAsync(new Job { Title = "late" });

        List<string> differences = [];
        await Create(app.Client, copy, options => options with { Progress = new Listener(progress => differences.AddRange(progress.DataModelChanges.Select(d => d.ToString()))) }).CatchUpAsync();
        Assert.Contains("+ job.extra: field text", differences);
        await AssertEqualAsync(app, copy, "job");
    }

    [Fact]
    public async Task A_retyped_field_stops_the_mirror_unless_told_otherwise_and_unreadable_objects_are_kept()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(3);
        var copy = new Copy();
        await Create(app.Client, copy).CatchUpAsync();
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace("name=\"crew\" label=\"Crew\" type=\"integer\"", "name=\"crew\" label=\"Crew\" type=\"number\"", StringComparison.Ordinal));
        await app.Client.Objects("job").UpdateAsync(new JourneyRecord("job", jobs[0].Id.Value) { ["crew"] = 1e12 });

        DataModelChangedException stop = await Assert.ThrowsAsync<DataModelChangedException>(() => Create(app.Client, copy).CatchUpAsync());
        Assert.Contains("job.crew", stop.Message, StringComparison.Ordinal);
        Assert.Contains("MirrorOptions.ContinueOnBreakingDataModelChange", stop.Message, StringComparison.Ordinal);

        await Create(app.Client, copy, options => options with { ContinueOnBreakingDataModelChange = true }).CatchUpAsync();
        Assert.Equal(3, copy.Rows.Count);
        // Also a load keeps what it cannot read.
        copy.Checkpoint = null;
        await Create(app.Client, copy, options => options with { ContinueOnBreakingDataModelChange = true }).CatchUpAsync();
        Assert.Equal(3, copy.Rows.Count);
        Assert.Equal("job 00000|0", copy.Rows[$"job/{jobs[0].Id}"]);
    }

    [Fact]
    public async Task Without_a_checkpoint_store_every_run_loads()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(5);
        var copy = new Copy();
        JourneyMirror mirror = app.Client.CreateMirror(new MirrorBuilder().Add<Job>(copy));
        await mirror.CatchUpAsync();
        await mirror.CatchUpAsync();
        Assert.Equal(2, copy.Steps.Count(step => step == "job Loading 5 with checkpoint"));
    }

    [Fact]
    public async Task Cancelling_the_wait_ends_the_mirror_though_no_clock_moves()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: new ManualTime());
        using var stop = new CancellationTokenSource();
        var upToDate = new TaskCompletionSource();
        JourneyMirror mirror = Create(app.Client, new Copy(), options => options with
        {
            Progress = new Listener(progress =>
            {
                if (progress.Event == MirrorEvent.UpToDate) upToDate.TrySetResult();
            }),
        });
        Task run = mirror.RunAsync(stop.Token);
        await upToDate.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mirror.CatchUpAsync());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("{}")]
    [InlineData("""{"mirror":1,"step":1,"models":[]}""")]
    [InlineData("""{"mirror":3,"models":[]}""")]
    [InlineData("""{"mirror":3,"step":1,"models":[{"name":"job"}]}""")]
    [InlineData("""{"mirror":3,"step":1,"models":[{"name":"job","phase":"loading","start":0}],"marks":[]}""")]
    [InlineData("""{"mirror":3,"step":1,"shapes":"00","models":["job"],"marks":[]}""")]
    [InlineData("""{"mirror":3,"step":1,"log":{"sequence":-5,"id":"x"},"models":[]}""")]
    public async Task What_is_no_checkpoint_of_a_mirror_is_refused(string text)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await Assert.ThrowsAsync<FormatException>(() => Create(app.Client, new Copy { Checkpoint = text }).CatchUpAsync());
    }

    [Fact]
    public async Task A_damaged_checkpoint_names_its_file()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "mirror.checkpoint");
        await File.WriteAllTextAsync(path, "rubbish");
        using var store = new FileCheckpointStore(path);
        FormatException mirror = await Assert.ThrowsAsync<FormatException>(() => Create(app.Client, new Copy(), options => options with { Checkpoints = store }).CatchUpAsync());
        Assert.Contains(path, mirror.Message, StringComparison.Ordinal);
        FormatException follower = await Assert.ThrowsAsync<FormatException>(() => app.Client.Oplog.FollowAsync(store, (_, _) => Task.CompletedTask));
        Assert.Contains(path, follower.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_file_is_used_by_one_mirror_at_a_time()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "mirror.checkpoint");
        var copy = new Copy();
        JourneyMirror first = Create(app.Client, copy, options => options with { Checkpoints = new FileCheckpointStore(path) });
        JourneyMirror second = Create(app.Client, new Copy(), options => options with { Checkpoints = new FileCheckpointStore(path) });
        await app.SeedAsync(3);
        IOException? refused = null;
        copy.At = async point =>
        {
            if (point == "before apply") refused ??= await Assert.ThrowsAsync<IOException>(() => second.CatchUpAsync());
        };
        await first.CatchUpAsync();
        Assert.Contains(path, refused?.Message, StringComparison.Ordinal);
        await second.CatchUpAsync();
    }

    [Fact]
    public async Task A_mirror_stops_when_another_one_continued_with_its_copy()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(20);
        var copy = new Copy { InOneTransaction = true };
        bool isFirst = true;
        copy.At = async point =>
        {
            if (point != "before apply" || !isFirst) return;
            isFirst = false;
            await Create(app.Client, copy).CatchUpAsync();
            await app.Jobs.DeleteAsync(jobs[0]);
            await Create(app.Client, copy).CatchUpAsync();
        };
        JourneyApiException stop = await Assert.ThrowsAsync<JourneyApiException>(() => Create(app.Client, copy).CatchUpAsync());
        Assert.Contains("Another mirror", stop.Message, StringComparison.Ordinal);
        await AssertEqualAsync(app, copy, "job");
    }

    internal static JourneyMirror Create(JourneyClient client, Copy copy, Func<MirrorOptions, MirrorOptions>? more = null)
    {
        var options = new MirrorOptions { Checkpoints = copy };
        return client.CreateMirror(new MirrorBuilder().Add<Job>(copy).Add<Site>(copy), more?.Invoke(options) ?? options);
    }

    internal static async Task AssertEqualAsync(EmulatedApp app, Copy copy, params string[] models)
        => Assert.Equal("", Source.Difference(await Source.RowsAsync(app.Emulator, models), copy.Rows));
}
