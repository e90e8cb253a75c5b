using System.Net;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Engine;

/// <summary>What the object engine promises, for generated models and for records alike.</summary>
public sealed class EngineTests
{
    public static TheoryData<string> Kinds => ["models", "records"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_object_is_created_read_updated_replaced_and_deleted(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        object job = jobs.Create();
        jobs.SetValues(job, "Replace pump", 3, ["a", "b"], notes: "n");
        await jobs.CreateAsync(job);
        Assert.Equal((false, false, false), (jobs.IsNew(job), jobs.HasChanges(job), jobs.IsStale(job)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.CreateAsync(job));

        app.Emulator.ClearRequests();
        jobs.SetValues(job, crew: 4);
        await jobs.UpdateAsync(job);
        await jobs.UpdateAsync(job);
        Assert.Equal($$$"""PATCH objects/job/{{{jobs.IdOf(job)}}}.json {"job":{"crew":4}}""", Assert.Single(app.Traffic));

        object read = await jobs.GetAsync(jobs.IdOf(job));
        jobs.SetValues(read, notes: null);
        app.Emulator.ClearRequests();
        await jobs.ReplaceAsync(read);
        string replace = Assert.Single(app.Traffic);
        Assert.StartsWith("PUT ", replace, StringComparison.Ordinal);
        Assert.DoesNotContain("notes", replace, StringComparison.Ordinal);
        Assert.Equal(("Replace pump", 4), (jobs.Title(read), jobs.Crew(read)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.ReplaceAsync(jobs.Existing(jobs.IdOf(job))));

        Assert.True(await jobs.DeleteAsync(jobs.IdOf(job)));
        Assert.False(await jobs.DeleteAsync(jobs.IdOf(job)));
        Assert.Null(await jobs.FindAsync(jobs.IdOf(job)));
        await Assert.ThrowsAsync<ObjectNotFoundException>(() => jobs.RefreshAsync(job));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_later_order_replaces_an_earlier_one_and_a_further_order_adds_to_it(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(6, i => new Job { Title = i % 2 == 0 ? "even" : "odd", Crew = i });
        var jobs = ObjectKind.Of(kind, app);

        await jobs.ListAsync(0, ["title", "-crew"], again: true);
        Assert.Contains("\"sort\":[\"-crew\"]", app.Traffic.Last(), StringComparison.Ordinal);
        Assert.Equal([4, 2, 0, 5, 3, 1], (await jobs.ListAsync(0, ["title", "-crew"])).Select(job => jobs.Crew(job)!.Value));
        Assert.Contains("\"sort\":[\"title\",\"-crew\"]", app.Traffic.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_write_that_was_applied_with_an_unreadable_answer_is_read_again(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        object job = jobs.Create();
        jobs.SetValues(job, "t", 1);
        app.Emulator.Faults.Add(Fault.Status(200, "{\"job\":", "application/json") with { Route = EmulatorRoute.Replace, AfterApplying = true });
        await jobs.CreateAsync(job);
        Assert.Equal((false, false), (jobs.IsNew(job), jobs.HasChanges(job)));

        jobs.SetValues(job, crew: 2);
        app.Emulator.Faults.Add(Fault.Status(200, "{\"job\":", "application/json") with { Route = EmulatorRoute.Update, AfterApplying = true });
        await jobs.UpdateAsync(job);
        Assert.Equal((false, 2), (jobs.HasChanges(job), jobs.Crew(job)));
        Assert.Single(app.Traffic, request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_create_whose_answer_was_lost_is_looked_up_and_undoes_no_edit_of_others(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        var jobs = ObjectKind.Of(kind, app);
        object job = jobs.Create();
        jobs.SetValues(job, "mine", 1);
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });
        JourneyApiException lost = await Assert.ThrowsAnyAsync<JourneyApiException>(() => jobs.CreateAsync(job));
        Assert.Equal((WriteOutcome.Unknown, true), (lost.Outcome, jobs.IsNew(job)));
        await app.Jobs.UpdateAsync(new Job(jobs.IdOf(job)) { Title = "theirs" });

        jobs.SetValues(job, crew: 2);
        await jobs.CreateAsync(job);
        Job stored = await app.Jobs.GetAsync(jobs.IdOf(job));
        Assert.Equal(("theirs", 2), (stored.Title, stored.Crew));
        Assert.Equal(("theirs", false), (jobs.Title(job), jobs.HasChanges(job)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Counts_come_from_the_server(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(30);
        var jobs = ObjectKind.Of(kind, app);
        Assert.Equal((30, 10), (await jobs.CountAsync(null), await jobs.CountAsync(20)));
        Assert.Equal("GET objects/job/count.json", app.Traffic.First());
        Assert.Equal([25, 26], (await jobs.ListAsync(20, ["crew"], take: 2, skip: 5)).Select(job => jobs.Crew(job)!.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Counting_without_a_total_counts_rows(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 20, options => options with { Total = TotalMode.Never });
        await app.SeedAsync(55);
        Assert.Equal(45, await ObjectKind.Of(kind, app).CountAsync(10));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_objects_are_read_by_their_ids(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string[] ids = [.. (await app.SeedAsync(3)).Select(job => job.Id.Value)];
        var jobs = ObjectKind.Of(kind, app);
        string missing = Guid.NewGuid().ToString();
        (List<object> objects, List<string> none) = await jobs.GetManyAsync(ids[2], missing, ids[0], ids[2]);
        Assert.Equal([ids[2], ids[0], ids[2]], objects.Select(jobs.IdOf));
        Assert.Equal([missing], none);
        Assert.Single(app.Traffic);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_object_that_cannot_be_read_is_reported_or_throws_as_the_client_says(string kind)
    {
        const string List = """{"objects":[{"id":"00000000-0000-4000-8000-000000000001","title":"a"},{"title":"without an id"}],"more":false}""";
        foreach (bool reports in (bool[])[false, true])
        {
            JourneyAppOptions options = Transports.Options(new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, List) });
            options.ReportUnreadableObjects = reports;
            using var app = new FieldApp(options);
            ObjectKind jobs = kind == "models" ? new ModelKind(app) : new RecordKind(app);
            foreach (bool complete in (bool[])[false, true])
            {
                if (!reports) await Assert.ThrowsAsync<UnreadableObjectException>(() => jobs.PagesAsync(complete));
                else Assert.Equal((1, 1), Assert.Single(await jobs.PagesAsync(complete)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_about_another_object_is_unreadable(string kind)
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, """{"id":"00000000-0000-4000-8000-000000000001","title":"a"}""") };
        using var app = new FieldApp(Transports.Options(server));
        ObjectKind jobs = kind == "models" ? new ModelKind(app) : new RecordKind(app);
        await Assert.ThrowsAsync<UnreadableResponseException>(() => jobs.GetAsync("00000000-0000-4000-8000-000000000002"));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => jobs.FindAsync("00000000-0000-4000-8000-000000000002"));
        Assert.Equal("a", jobs.Title(await jobs.GetAsync("00000000-0000-4000-8000-000000000001")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_if_missing_keeps_what_the_caller_set_as_changes(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        string id = Guid.NewGuid().ToString();
        object first = jobs.Create(id);
        jobs.SetValues(first, "first", 1, ["a", "b"]);
        Assert.True(await jobs.CreateIfMissingAsync(first));
        Assert.Equal((false, false, false), (jobs.IsNew(first), jobs.HasChanges(first), jobs.IsStale(first)));
        await app.Jobs.UpdateAsync(new Job(id) { Notes = "edited by others" });

        object same = jobs.Create(id);
        jobs.SetValues(same, "first", tags: ["b", "a"]);
        Assert.False(await jobs.CreateIfMissingAsync(same));
        Assert.Equal((false, false, 1), (jobs.IsNew(same), jobs.HasChanges(same), jobs.Crew(same)));

        object second = jobs.Create(id);
        jobs.SetValues(second, "second", 1);
        Assert.False(await jobs.CreateIfMissingAsync(second));
        Assert.Equal(("second", true), (jobs.Title(second), jobs.HasChanges(second)));
        app.Emulator.ClearRequests();
        await jobs.UpdateAsync(second);
        Assert.EndsWith("""{"job":{"title":"second"}}""", Assert.Single(app.Traffic), StringComparison.Ordinal);
        Assert.Equal(("second", "edited by others"), ((await app.Jobs.GetAsync(id)).Title, (await app.Jobs.GetAsync(id)).Notes));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_or_update_creates_then_patches_what_differs_and_then_sends_nothing(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        string id = Guid.NewGuid().ToString();
        var started = new DateTimeOffset(2026, 11, 1, 8, 0, 0, 700, TimeSpan.FromHours(2));

        object New(int crew)
        {
            object job = jobs.Create(id);
            jobs.SetValues(job, "t", crew, ["a", "b"], started, notes: null);
            return job;
        }

        Assert.Equal(BatchStatus.Created, await jobs.CreateOrUpdateAsync(New(1)));
        await app.Jobs.UpdateAsync(new Job(id) { Tags = [JobTags.B, JobTags.A], Cost = 12.5 });
        app.Emulator.ClearRequests();

        object unchanged = New(1);
        Assert.Equal(BatchStatus.Unchanged, await jobs.CreateOrUpdateAsync(unchanged));
        Assert.StartsWith("GET ", Assert.Single(app.Traffic), StringComparison.Ordinal);
        Assert.Equal((false, false), (jobs.IsNew(unchanged), jobs.HasChanges(unchanged)));

        app.Emulator.ClearRequests();
        Assert.Equal(BatchStatus.Updated, await jobs.CreateOrUpdateAsync(New(2)));
        Assert.EndsWith("""{"job":{"crew":2}}""", app.Traffic.Last(), StringComparison.Ordinal);
        Job stored = await app.Jobs.GetAsync(id);
        Assert.Equal((12.5, 2), (stored.Cost, stored.Crew));

        object partial = jobs.Existing(id);
        jobs.SetValues(partial, crew: null);
        Assert.Equal(BatchStatus.Updated, await jobs.CreateOrUpdateAsync(partial));
        Assert.Equal(("t", (int?)null), ((await app.Jobs.GetAsync(id)).Title, (await app.Jobs.GetAsync(id)).Crew));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_or_update_sends_nothing_for_a_location_without_a_time_to_which_the_server_added_one(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var jobs = ObjectKind.Of(kind, app);
        string id = Guid.NewGuid().ToString();
        var time = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

        Task<BatchStatus> CreateOrUpdate(Location? position)
        {
            object job = jobs.Create(id);
            jobs.SetPosition(job, position);
            return jobs.CreateOrUpdateAsync(job);
        }

        Assert.Equal(BatchStatus.Created, await CreateOrUpdate(new Location(59.91, 10.75)));
        Assert.NotNull((await app.Jobs.GetAsync(id)).Position?.Timestamp);
        Assert.Equal(BatchStatus.Unchanged, await CreateOrUpdate(new Location(59.91, 10.75)));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(new Location(59.91, 10.76)));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(new Location(59.91, 10.76, Altitude: 3)));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(new Location(59.91, 10.76)));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(new Location(59.91, 10.76, Timestamp: time)));
        Assert.Equal(BatchStatus.Unchanged, await CreateOrUpdate(new Location(59.91, 10.76, Timestamp: time)));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(null));
        Assert.Equal(BatchStatus.Updated, await CreateOrUpdate(new Location(59.91, 10.76)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_or_update_of_a_read_object_never_creates_it_again(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string id = (await app.SeedAsync(1))[0].Id.Value;
        var jobs = ObjectKind.Of(kind, app);
        object read = await jobs.GetAsync(id);
        Assert.Equal(BatchStatus.Unchanged, await jobs.CreateOrUpdateAsync(read));
        await jobs.DeleteAsync(id);
        jobs.SetValues(read, "x");
        await Assert.ThrowsAsync<ObjectNotFoundException>(() => jobs.CreateOrUpdateAsync(read));
        BatchReport report = await app.Client.WriteAsync([jobs.Operation(BatchMethod.CreateOrUpdate, read)]);
        Assert.Equal(ApiError.ObjectNotFound, Assert.Single(report.NotDone).Error?.Type);
        Assert.Equal(0, await app.Emulator.CountAsync("job"));

        object partial = jobs.Existing(id);
        jobs.SetValues(partial, "again", 7);
        Assert.Equal(BatchStatus.Created, await jobs.CreateOrUpdateAsync(partial));
        Assert.Equal("again", (await app.Jobs.GetAsync(id)).Title);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_or_update_starts_again_when_others_create_or_delete_the_object(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string id = (await app.SeedAsync(1))[0].Id.Value;
        var jobs = ObjectKind.Of(kind, app);

        object deleted = jobs.Create(id);
        jobs.SetValues(deleted, "mine", 5);
        app.Emulator.Faults.Add(Fault.Status(404, """{"type":"OBJECT_NOT_FOUND"}""", "application/json") with { Route = EmulatorRoute.Update });
        Assert.Equal(BatchStatus.Updated, await jobs.CreateOrUpdateAsync(deleted));
        Assert.Equal(("mine", 5), ((await app.Jobs.GetAsync(id)).Title, (await app.Jobs.GetAsync(id)).Crew));

        object created = jobs.Create(id);
        jobs.SetValues(created, "yours", 5);
        app.Emulator.Faults.Add(Fault.Status(404, """{"type":"OBJECT_NOT_FOUND"}""", "application/json") with { Route = EmulatorRoute.Get });
        Assert.Equal(BatchStatus.Updated, await jobs.CreateOrUpdateAsync(created));
        Assert.Equal("yours", (await app.Jobs.GetAsync(id)).Title);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_batch_of_create_or_updates_reads_once_writes_once_and_says_what_each_did(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string[] ids = [.. (await app.SeedAsync(3, i => new Job { Title = "t", Crew = i })).Select(job => job.Id.Value), Guid.NewGuid().ToString()];
        var jobs = ObjectKind.Of(kind, app);
        object[] items = [.. ids.Select(id => jobs.Create(id))];
        for (int i = 0; i < items.Length; i++) jobs.SetValues(items[i], "t", i == 1 ? 1 : 10 + i);
        object again = jobs.Create(ids[0]);
        jobs.SetValues(again, "again");

        BatchReport report = await app.Client.WriteAsync(
            [.. items.Select(item => jobs.Operation(BatchMethod.CreateOrUpdate, item)), jobs.Operation(BatchMethod.CreateOrUpdate, again)],
            new BatchOptions { KeepAppliedResults = true });

        Assert.Equal(
            [BatchStatus.Updated, BatchStatus.Unchanged, BatchStatus.Updated, BatchStatus.Created, BatchStatus.Updated],
            report.Results.OrderBy(result => result.Index).Select(result => result.Status));
        Assert.Equal(4, app.Traffic.Count());
        Assert.Contains("\"method\":\"patch\",\"object\":{\"type\":\"job\",\"id\":\"" + ids[0] + "\",\"crew\":10}", app.Traffic.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(("again", 10), ((await app.Jobs.GetAsync(ids[0])).Title, (await app.Jobs.GetAsync(ids[0])).Crew));
        Assert.Equal(("5 operations: 1 Created, 3 Updated, 1 Unchanged", true), (report.ToString(), report.AllDone));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Operations_of_every_method_go_through_one_batch(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        string[] ids = [.. (await app.SeedAsync(3)).Select(job => job.Id.Value)];
        var jobs = ObjectKind.Of(kind, app);
        object created = jobs.Create(), put = jobs.Create(ids[0]), updated = jobs.Existing(ids[1]), twin = jobs.Create(ids[1]), unchanged = jobs.Existing(ids[1]), upsert = jobs.Create();
        foreach (object item in (object[])[created, put, updated, twin, upsert]) jobs.SetValues(item, "batch");
        BatchReport report = await app.Client.WriteAsync(
            [
                jobs.Operation(BatchMethod.Create, created), jobs.Operation(BatchMethod.Put, put), jobs.Operation(BatchMethod.Update, updated),
                jobs.Operation(BatchMethod.CreateIfMissing, twin), jobs.Operation(BatchMethod.Update, unchanged),
                jobs.Operation(BatchMethod.CreateOrUpdate, upsert), jobs.Operation(BatchMethod.Delete, jobs.Existing(ids[2])),
            ],
            new BatchOptions { ReadBack = true });
        Assert.Equal("7 operations: 4 Applied, 1 Created, 1 Unchanged, 1 AlreadyExists", report.ToString());
        Assert.All((object[])[created, put, updated, twin, upsert], item => Assert.Equal((false, false), (jobs.IsNew(item), jobs.HasChanges(item))));
        Assert.Equal((false, "batch"), (jobs.IsStale(created), jobs.Title(created)));
        Assert.Equal(4, await app.Emulator.CountAsync("job"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_batch_that_ends_early_says_how_many_operations_were_never_taken(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        var jobs = ObjectKind.Of(kind, app);
        BatchOperation[] operations = [.. Enumerable.Range(0, 25).Select(_ => jobs.Operation(BatchMethod.Create, jobs.Create()))];
        app.Emulator.Faults.Add(Fault.Status(429) with { Route = EmulatorRoute.Batch, Skip = 1 });
        BatchReport report = await app.Client.WriteAsync(operations, new BatchOptions { OperationsPerRequest = 10 });
        Assert.Equal((true, 5L, 20L), (report.EndedEarly, report.NotTaken, report.Total));
        Assert.Equal("20 operations: 10 Applied, 10 Failed; it ended early, and 5 more operations were not read from the sequence", report.ToString());
        Assert.Contains("5 more operations were not read", Assert.Throws<BatchException>(report.ThrowIfNotDone).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Complete_reading_returns_every_object_once(string kind)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 20);
        await app.SeedAsync(130);
        Assert.Equal(130, (await ObjectKind.Of(kind, app).PagesAsync(complete: true)).Sum(page => page.Items));
    }
}
