using System.Collections.Concurrent;
using Acme.Field;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Mirror;

public class MirrorSinkTests
{
    [Fact]
    public async Task All_models_are_mirrored_as_records_without_generated_code()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        using JourneyClient client = Untyped(app);
        Job[] jobs = await app.SeedAsync(12);
        var copy = new RecordCopy();
        JourneyMirror mirror = client.Mirror(copy);
        await mirror.CatchUpAsync();
        Assert.Contains("load of job: 12 changes", copy.Words);
        Assert.Equal(copy.Steps[^1].DataModel.Models.Select(model => model.Name).Order(), mirror.Phases.Keys.Order());
        Assert.All(mirror.Phases.Values, phase => Assert.Equal(MirrorPhase.Following, phase));
        Assert.NotNull(mirror.UpToDateAt);

        copy.Steps.Clear();
        jobs[0].Title = "changed";
        await app.Jobs.UpdateAsync(jobs[0]);
        var site = new Site { Name = "Harbour" };
        await app.Sites.CreateAsync(site);
        await app.Jobs.DeleteAsync(jobs[1]);
        await mirror.CatchUpAsync();
        MirrorStep step = Assert.Single(copy.Steps, step => step.Changes.Count > 0);
        Assert.Equal([$"job Upsert {jobs[0].Id}", $"site Upsert {site.Id}", $"job Delete {jobs[1].Id}"], step.Changes.Select(change => $"{change.Model} {change}"));
        Assert.All(step.Changes, change => Assert.NotNull(change.Sequence));
        Assert.All(step.Changes, change => Assert.NotNull(change.UpdatedAt));
        Assert.Equal("changed", copy.Rows[$"job/{jobs[0].Id}"]["title"].Text);
        Assert.Equal(11 + 1, copy.Rows.Count);
    }

    [Fact]
    public async Task A_copy_is_complete_up_to_the_request_for_its_last_page_also_if_storing_a_page_takes_long()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        using var requests = new OplogRequests(app.Emulator.CreateHttpMessageHandler());
        using JourneyClient client = new(new JourneyAppOptions
        {
            BaseAddress = app.Emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(app.Emulator.Token),
            Handler = requests,
        });
        await app.SeedAsync(1);
        int before = 0;
        var upToDate = new TaskCompletionSource();
        var upToDateAt = new TaskCompletionSource<DateTimeOffset?>();
        var copy = new RecordCopy
        {
            Before = async step =>
            {
                if (!step.Changes.Any(change => change.Sequence is not null)) return;
                before = requests.Times.Count;
                // The next page is requested after 1 s, and the one after it when this one is stored.
                await Task.Delay(TimeSpan.FromSeconds(3));
            },
        };
        JourneyMirror mirror = null!;
        var listener = new Listener(progress =>
        {
            if (progress.Event != MirrorEvent.UpToDate) return;
            upToDate.TrySetResult();
            if (before > 0) upToDateAt.TrySetResult(mirror.UpToDateAt);
        });
        mirror = client.Mirror(copy, options: new MirrorOptions { Progress = listener });
        using var stop = new CancellationTokenSource();
        Task run = mirror.RunAsync(stop.Token);
        await upToDate.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await app.Jobs.CreateAsync(new Job { Title = "new" });

        DateTimeOffset? reported = await upToDateAt.Task.WaitAsync(TimeSpan.FromMinutes(2));

        DateTimeOffset asked = requests.Times.ElementAt(before);
        Assert.True(reported <= asked, $"{reported:O} is after {asked:O}");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_generated_client_mirrors_records_of_the_named_models_in_the_order_of_the_oplog()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(3);
        var copy = new RecordCopy();
        await app.Client.Mirror(copy, ["site", "job"]).CatchUpAsync();
        Assert.Equal(
            ["load of site: 0 changes", "load of site: 0 changes", "load of job: 3 changes", "load of job: 0 changes"], copy.Words);
        Assert.Equal(["site", "job"], copy.Steps[0].Phases.Keys);
        MirrorStep loaded = copy.Steps.Single(step => step.Changes.Count == 3);
        Assert.True(loaded.IsFirstOfLoad);
        Assert.NotNull(loaded.LoadSequence);
        Assert.Equal(3, loaded.ExistingIds!.Count);
        Assert.True(copy.Steps.Last(step => step.LoadedModel == "job").IsLastOfLoad);
    }

    [Fact]
    public async Task The_checkpoint_is_short_and_the_shapes_are_handed_over_when_they_change()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        using JourneyClient client = Untyped(app);
        Job[] jobs = await app.SeedAsync(3);
        string many = string.Concat(Enumerable.Range(0, 100).Select(model => $"<model name=\"m{model}\" label=\"M\">"
            + string.Concat(Enumerable.Range(0, 20).Select(field => $"<field name=\"f{field}\" label=\"F\" type=\"text\" />"))
            + "<display>{f0}</display></model>"));
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace("</data-model>", many + "</data-model>", StringComparison.Ordinal));
        var copy = new RecordCopy();
        await client.Mirror(copy).CatchUpAsync();
        Assert.Single(copy.Steps, step => step.ModelShapes is not null);
        Assert.Contains("f19", copy.Shapes, StringComparison.Ordinal);

        copy.Steps.Clear();
        jobs[0].Title = "changed";
        await app.Jobs.UpdateAsync(jobs[0]);
        await client.Mirror(copy).CatchUpAsync();
        MirrorStep step = Assert.Single(copy.Steps, step => step.Changes.Count > 0);
        Assert.Null(step.ModelShapes);
        Assert.InRange(step.Checkpoint.Length, 1, 2_000);

        copy.Shapes = null;
        FormatException lost = await Assert.ThrowsAsync<FormatException>(() => client.Mirror(copy).CatchUpAsync());
        Assert.Contains("shapes", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sink_can_have_a_model_loaded_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(3);
        var copy = new RecordCopy();
        await app.Client.Mirror(copy, ["site", "job"]).CatchUpAsync();
        copy.Rows.Clear();
        copy.Steps.Clear();
        copy.ModelsToLoad = ["job", "unknown"];
        await app.Client.Mirror(copy, ["site", "job"]).CatchUpAsync();
        Assert.Equal(["load of job: 3 changes", "load of job: 0 changes"], copy.Words);
        Assert.Equal(3, copy.Rows.Count);
    }

    [Fact]
    public async Task Each_step_has_the_data_model_that_its_objects_fit()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        using JourneyClient client = Untyped(app);
        await app.SeedAsync(3);
        var copy = new RecordCopy();
        await client.Mirror(copy, ["job"]).CatchUpAsync();
        copy.Steps.Clear();

        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
            "<field name=\"notes\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"notes\"", StringComparison.Ordinal));
        await client.Objects("job").CreateAsync(new JourneyRecord("job") { ["extra"] = "new" });
        await client.Mirror(copy, ["job"]).CatchUpAsync();
        // The values of a new field are read, because those that were stored before come back without an entry in the oplog.
        MirrorStep step = copy.Steps.First(step => step.Changes.Count > 0);
        Assert.All(copy.Steps, later => Assert.Equal(step.DataModelHash, later.DataModelHash));
        Assert.Contains(step.DataModel.FindModel("job")!.Fields, field => field.Name == "extra");
        Assert.Equal("new", step.Changes[^1].Object!["extra"].Text);
    }

    [Fact]
    public async Task A_new_model_is_loaded_when_all_are_mirrored_and_a_removed_one_is_left()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        using JourneyClient client = Untyped(app);
        await app.SeedAsync(3);
        var copy = new RecordCopy();
        await client.Mirror(copy).CatchUpAsync();
        copy.Steps.Clear();
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
            "</data-model>", "<model name=\"van\" label=\"Van\"><field name=\"plate\" label=\"Plate\" type=\"text\" /><display>{plate}</display></model></data-model>",
            StringComparison.Ordinal));
        await client.Objects("van").CreateAsync(new JourneyRecord("van") { ["plate"] = "AB 1" });
        await client.Mirror(copy).CatchUpAsync();
        Assert.Contains("load of van: 1 changes", copy.Words);
        Assert.Contains("van", copy.Steps[^1].Phases.Keys);

        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema);
        await app.Jobs.CreateAsync(new Job { Title = "later" });
        await client.Mirror(copy).CatchUpAsync();
        Assert.DoesNotContain("van", copy.Steps[^1].Phases.Keys);
        Assert.Contains(copy.Rows.Keys, key => key.StartsWith("van/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_names_and_options_are_refused()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var copy = new RecordCopy();
        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() => app.Client.Mirror(copy, ["job", "jobs"]).CatchUpAsync());
        Assert.Contains("'jobs'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("It has: site, ", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => app.Client.Mirror(copy, []));
        Assert.Throws<ArgumentException>(() => app.Client.Mirror(copy, ["job", "job"]));
        Assert.Throws<ArgumentException>(() => app.Client.Mirror(copy, ["a/b"]));
        Assert.Throws<ArgumentException>(() => app.Client.Mirror(copy, options: new MirrorOptions { Checkpoints = new Copy() }));
        Assert.Throws<ArgumentException>(() => new MirrorOptions { PollInterval = TimeSpan.FromMilliseconds(999) });
        Assert.Throws<ArgumentException>(() => new MirrorOptions { PollInterval = TimeSpan.FromDays(25) });
    }

    [Fact]
    public async Task A_sink_that_was_overtaken_stops_the_mirror()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(20);
        var copy = new RecordCopy();
        bool isFirst = true;
        copy.Before = async _ =>
        {
            if (!isFirst) return;
            isFirst = false;
            await app.Client.Mirror(copy, ["job"]).CatchUpAsync();
        };
        JourneyApiException stop = await Assert.ThrowsAsync<JourneyApiException>(() => app.Client.Mirror(copy, ["job"]).CatchUpAsync());
        Assert.Contains("Another mirror", stop.Message, StringComparison.Ordinal);
        Assert.Equal(20, copy.Rows.Count);
    }

    [Fact]
    public async Task A_sink_that_fails_gets_the_same_step_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(5);
        var copy = new RecordCopy { Before = step => step.Changes.Count > 0 ? throw new IOException("disk full") : Task.CompletedTask };
        JourneyMirror mirror = app.Client.Mirror(copy, ["job"]);
        Assert.Equal("disk full", (await Assert.ThrowsAsync<IOException>(() => mirror.CatchUpAsync())).Message);
        copy.Before = _ => Task.CompletedTask;
        await mirror.CatchUpAsync();
        Assert.Equal(5, copy.Rows.Count);
    }

    [Fact]
    public async Task Objects_of_models_that_are_not_mirrored_are_not_read()
    {
        // An object that cannot be read would come as an unreadable change.
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(1);
        var copy = new RecordCopy();
        JourneyMirror mirror = app.Client.Mirror(copy, ["site"]);
        await mirror.CatchUpAsync();
        await app.SeedAsync(30);
        copy.Steps.Clear();
        await mirror.CatchUpAsync();
        Assert.Empty(copy.Words);
        Assert.NotEqual(copy.Checkpoint, copy.Steps.FirstOrDefault()?.PreviousCheckpoint);
    }

    private static JourneyClient Untyped(EmulatedApp app) => new(new JourneyAppOptions
    {
        BaseAddress = app.Emulator.BaseAddress,
        Credential = JourneyCredential.NamedToken(app.Emulator.Token),
        Handler = app.Emulator.CreateHttpMessageHandler(),
    });

    /// <summary>Notes when pages of the oplog are requested.</summary>
    private sealed class OplogRequests(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public ConcurrentQueue<DateTimeOffset> Times { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.Contains("oplog", StringComparison.Ordinal)) Times.Enqueue(DateTimeOffset.UtcNow);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
