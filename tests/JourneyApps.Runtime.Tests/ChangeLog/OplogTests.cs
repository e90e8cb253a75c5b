using System.Net;
using Acme.Field;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Schema;

namespace JourneyApps.Runtime.Tests.ChangeLog;

public sealed class OplogTests
{
    [Fact]
    public async Task Entries_come_in_order_with_their_models()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var site = new Site { Name = "North" };
        await app.Sites.CreateAsync(site);
        var job = new Job { Title = "a" };
        await app.Jobs.CreateAsync(job);
        job.Title = "b";
        await app.Jobs.UpdateAsync(job);
        await app.Jobs.DeleteAsync(job);

        List<string> seen = [];
        await foreach (OplogPage page in app.Client.Oplog.ReadAsync())
        {
            foreach (OplogEntry entry in page.Entries)
            {
                seen.Add(entry.Object switch
                {
                    Job j => $"{entry.Operation} job {j.Title}",
                    Site s => $"{entry.Operation} site {s.Name}",
                    null => $"{entry.Operation} {entry.Model} {entry.Id == job.Id.Value}",
                    _ => "?",
                });
            }
        }
        // The log shows objects as they are now; the job is gone, so its entries show what was last known of it.
        Assert.Equal("Create site North", seen[0]);
        Assert.Equal("Delete job True", seen[^1]);
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public async Task A_checkpoint_goes_on_where_it_was()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(30);
        OplogPage first = await app.Client.Oplog.ReadPageAsync(options: new FollowOptions { PageSize = 10 });
        var kept = OplogCheckpoint.Parse(first.Checkpoint.ToString());
        Assert.Equal(first.Checkpoint, kept);

        List<long> rest = [];
        await foreach (OplogPage page in app.Client.Oplog.ReadAsync(kept, new FollowOptions { PageSize = 7 })) rest.AddRange(page.Entries.Select(entry => entry.Sequence));
        Assert.Equal(20, rest.Count);
        Assert.True(rest[0] > first.Entries[^1].Sequence);
        Assert.True(rest[0] > 1L << 53, "Sequences are beyond what a double holds.");
        Assert.Equal(rest.Order(), rest);
    }

    [Fact]
    public async Task A_trimmed_oplog_or_a_replaced_entry_is_an_error_and_reading_can_go_on_elsewhere()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(10);
        OplogPage first = await app.Client.Oplog.ReadPageAsync(options: new FollowOptions { PageSize = 4 });
        OplogEntry last = first.Entries[^1];
        foreach (OplogMark other in (OplogMark[])[
            OplogMark.Of(last) with { ObjectId = "other" }, OplogMark.Of(last) with { At = last.UpdatedAt?.AddSeconds(1) }])
        {
            var replaced = OplogCheckpoint.Parse(new OplogCheckpoint(first.Checkpoint.Next, first.Checkpoint.DataModelHash, other).ToString());
            await Assert.ThrowsAsync<OplogGapException>(() => app.Client.Oplog.ReadPageAsync(replaced));
        }

        Assert.Equal(6, (await app.Client.Oplog.ReadPageAsync(OplogCheckpoint.Parse(first.Checkpoint.ToString()))).Entries.Count);
        await app.Emulator.TrimOplogAsync(5);
        OplogGapException gap = await Assert.ThrowsAsync<OplogGapException>(() => app.Client.Oplog.ReadPageAsync(first.Checkpoint));
        Assert.Contains($"{last.Sequence}", gap.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await app.Client.Oplog.ReadPageAsync(OplogCheckpoint.At(first.Checkpoint.Next))).Entries.Count);
    }

    [Theory]
    [InlineData("2:5:4:::h", true)]
    [InlineData("2:5:4:9:a%3Ab:h:h", true)]
    [InlineData("1:5:", true)]
    [InlineData("2:5:4:-1:x:h", false)]
    [InlineData("2:5:4:9223372036854775807:x:h", false)]
    [InlineData("2:5:x:1:x:h", false)]
    [InlineData("2:5:4:1:x", false)]
    [InlineData("3:5:4:1:x:h", false)]
    public void Checkpoints_with_an_entry_are_parsed_or_refused(string text, bool isValid)
    {
        Assert.Equal(isValid, OplogCheckpoint.TryParse(text, out OplogCheckpoint? checkpoint));
        if (isValid) Assert.Equal(text, checkpoint!.ToString());
    }

    [Fact]
    public async Task The_tail_says_where_now_is()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(5);
        OplogPage tail = await app.Client.Oplog.TailAsync(2);
        Assert.Equal(2, tail.Entries.Count);
        await app.Jobs.CreateAsync(new Job { Title = "after" });
        OplogPage next = await app.Client.Oplog.ReadPageAsync(tail.Checkpoint);
        Assert.Equal("after", Assert.IsType<Job>(Assert.Single(next.Entries).Object).Title);
    }

    [Fact]
    public async Task Following_waits_after_an_empty_answer_and_ends_on_cancellation()
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: time);
        await app.SeedAsync(1);
        using var canceling = new CancellationTokenSource();
        List<string> titles = [];
        var following = Task.Run(async () =>
        {
            await foreach (OplogPage page in app.Client.Oplog.FollowAsync().WithCancellation(canceling.Token))
                titles.AddRange(page.Entries.Select(entry => ((Job)entry.Object!).Title!));
        });
        await RetryTests.Until(() => time.Waits.Contains(TimeSpan.FromSeconds(1)));
        int polls = app.Emulator.Requests.Count(request => request.PathAndQuery.StartsWith("oplog", StringComparison.Ordinal));
        using (FieldApp other = EmulatedApp.Connect(app.Emulator)) await other.Jobs.CreateAsync(new Job { Title = "later" });
        Assert.Equal(polls, app.Emulator.Requests.Count(request => request.PathAndQuery.StartsWith("oplog", StringComparison.Ordinal)));

        time.Advance(TimeSpan.FromSeconds(1));
        await RetryTests.Until(() => titles.Count == 2);
        Assert.Equal("later", titles[1]);
        await canceling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task What_a_handler_did_not_finish_comes_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(3);
        string path = Path.Combine(Path.GetTempPath(), $"oplog-{Guid.NewGuid():N}");
        try
        {
            var store = new FileCheckpointStore(path);
            Assert.Null(await store.LoadAsync(default));
            await Assert.ThrowsAsync<IOException>(() => app.Client.Oplog.FollowAsync(store, (_, _) => throw new IOException("the database is down")));
            Assert.Null(await store.LoadAsync(default));

            using var canceling = new CancellationTokenSource();
            int handled = 0;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Client.Oplog.FollowAsync(store, async (page, _) =>
            {
                handled += page.Entries.Count;
                await canceling.CancelAsync();
            }, cancellationToken: canceling.Token));
            Assert.Equal(3, handled);
            Assert.True(OplogCheckpoint.TryParse(await store.LoadAsync(default), out _));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("""{"entries":[ENTRY],"datamodel_hash":"h"}""")]
    [InlineData("""{"oplog":[ENTRY]}""")]
    [InlineData("""{"operations":[ENTRY],"new":{"x":[1]}}""")]
    [InlineData("""[ENTRY]""")]
    public async Task All_likely_envelopes_are_read(string envelope)
    {
        const string Entry = """{"sequence":7072864452705518000,"operation":"update","object":{"id":"a","type":"job","title":"t","updated_at":"2026-01-01T00:00:00Z"}}""";
        var server = new FakeServer().Answer(HttpStatusCode.OK, envelope.Replace("ENTRY", Entry, StringComparison.Ordinal)).Answer(HttpStatusCode.OK, """{"models":{}}""");
        using var app = new FieldApp(Transports.Options(server));
        OplogPage page = await app.Oplog.ReadPageAsync(options: new FollowOptions { ContinueOnBreakingDataModelChange = true });
        OplogEntry entry = Assert.Single(page.Entries);
        Assert.Equal((7072864452705518000L, "t", 7072864452705518001L), (entry.Sequence, ((Job)entry.Object!).Title, page.Checkpoint.Next));
    }

    [Fact]
    public async Task The_newer_form_with_text_sequences_is_read_and_followed()
    {
        const string Body = """{"entries":[{"sequence_id":"7072864452705518000","app_id":"x","operation":"renamed","events":[],"object":{"id":"a","type":"drone","wings":2}}],"has_more":false,"next_request_start":"7072864452705518009"}""";
        using var app = new FieldApp(Transports.Options(new FakeServer().Answer(HttpStatusCode.OK, Body)));
        OplogPage page = await app.Oplog.ReadPageAsync();
        OplogEntry entry = Assert.Single(page.Entries);
        Assert.Equal((OplogOperation.Other, "renamed", "drone", 7072864452705518009L, false), (entry.Operation, entry.OperationText, entry.Model, page.Checkpoint.Next, page.More));
        Assert.IsType<JourneyRecord>(entry.Object);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_handed_over_instead_of_stopping_the_log()
    {
        const string Body = """{"entries":[{"sequence":1,"operation":"update","object":{"id":"a","type":"job","crew":"many"}},{"sequence":2,"operation":"update","object":{"id":"b","type":"job","crew":2}}]}""";
        using var app = new FieldApp(Transports.Options(new FakeServer().Answer(HttpStatusCode.OK, Body)));
        OplogPage page = await app.Oplog.ReadPageAsync();
        OplogEntry unreadable = page.Entries[0];
        Assert.Null(unreadable.Object);
        Assert.Equal(("job", "a", "crew"), (unreadable.Model, unreadable.Id, Assert.IsType<UnreadableObjectException>(unreadable.Exception).Field));
        Assert.Equal(2, ((Job)page.Entries[1].Object!).Crew);
    }

    [Fact]
    public async Task A_harmless_change_of_the_data_model_is_reported_and_a_breaking_one_stops_the_log()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(1);
        OplogPage first = await app.Client.Oplog.ReadPageAsync();

        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
            """<field name="notes" """, """<field name="budget" label="Budget" type="integer" /><field name="notes" """, StringComparison.Ordinal));
        OplogPage harmless = await app.Client.Oplog.ReadPageAsync(first.Checkpoint);
        Assert.Contains(harmless.DataModelChanges, change => change is { Kind: DataModelChangeKind.Added, Model: "job", Member: "budget" });
        Assert.Empty((await app.Client.Oplog.ReadPageAsync(harmless.Checkpoint)).DataModelChanges);

        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace("""<field name="cost" label="Cost" type="number" />""", "", StringComparison.Ordinal));
        DataModelChangedException stopped = await Assert.ThrowsAsync<DataModelChangedException>(() => app.Client.Oplog.ReadPageAsync(harmless.Checkpoint));
        Assert.Contains("job.cost", stopped.Message, StringComparison.Ordinal);
        OplogPage goneOn = await app.Client.Oplog.ReadPageAsync(harmless.Checkpoint, new FollowOptions { ContinueOnBreakingDataModelChange = true });
        Assert.Contains(goneOn.DataModelChanges, change => change.BreaksGeneratedCode);
    }

    [Theory]
    [InlineData("""{"entries":[{"sequence":1.5,"operation":"update"}]}""")]
    [InlineData("""{"entries":[{"operation":"update"}]}""")]
    [InlineData("""{"nothing":1}""")]
    [InlineData("""[1]""")]
    [InlineData("")]
    public async Task What_is_no_change_log_is_an_unreadable_answer(string body)
    {
        using var app = new FieldApp(Transports.Options(new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, body) }));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => app.Oplog.ReadPageAsync());
    }
}
