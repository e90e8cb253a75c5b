using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Objects;

public sealed class WritingTests
{
    [Fact]
    public async Task A_created_object_comes_back_as_the_server_has_it()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var site = new Site { Name = "North" };
        await app.Sites.CreateAsync(site);
        var job = new Job
        {
            Title = "Replace pump",
            Crew = 3,
            Cost = 12.5,
            Due = new DateOnly(2026, 12, 1),
            StartedAt = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(2)),
            Done = false,
            State = JobState.New,
            Priority = JobPriority.High,
            Tags = [JobTags.C, JobTags.A],
            Position = new Location(1, 0),
            SiteId = site.Id,
        };
        await app.Jobs.CreateAsync(job);

        Assert.False(job.IsNew);
        Assert.False(job.HasChanges);
        Assert.Equal("Replace pump", job.Display);
        Assert.NotNull(job.UpdatedAt);
        Job? found = await app.Jobs.FindAsync(job.Id);
        Assert.NotNull(found);
        Assert.Equal(JobState.New, found.State?.Value);
        Assert.Equal("High", found.Priority?.Display);
        Assert.Equal([JobTags.C, JobTags.A], found.Tags!.Select(tag => tag.Value!.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero), found.StartedAt);
        Assert.Equal((12.5, 3, false, new DateOnly(2026, 12, 1)), (found.Cost, found.Crew, found.Done, found.Due));
        Assert.Equal(site.Id, found.SiteId);
        Assert.Equal(0, found.Position!.Longitude);
    }

    [Fact]
    public async Task Update_sends_only_changed_fields_and_null_clears()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1, _ => new Job { Title = "t", Notes = "n", Crew = 2 }))[0];
        await app.Jobs.RefreshAsync(job);
        app.Emulator.ClearRequests();

        job.State = JobState.Busy;
        job.Notes = null;
        job.Crew = 2;
        await app.Jobs.UpdateAsync(job);

        Assert.Equal([$$$"""PATCH objects/job/{{{job.Id}}}.json {"job":{"notes":null,"state":"busy"}}"""], app.Traffic);
        Assert.False(job.HasChanges);
        Job now = await app.Jobs.GetAsync(job.Id);
        Assert.Equal(("t", null, JobState.Busy), (now.Title, now.Notes, now.State?.Value));
    }

    [Fact]
    public async Task An_unchanged_object_makes_no_request()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        await app.Jobs.UpdateAsync(job);
        Assert.Empty(app.Traffic);
    }

    [Fact]
    public async Task A_partial_update_needs_no_reading_first()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        await app.Jobs.UpdateAsync(new Job(job.Id) { Cost = 12.5 });
        Assert.Equal([$$$"""PATCH objects/job/{{{job.Id}}}.json {"job":{"cost":12.5}}"""], app.Traffic);
    }

    [Fact]
    public async Task A_value_set_while_the_request_is_under_way_is_sent_by_the_next_update()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        await app.Jobs.RefreshAsync(job);
        app.Emulator.Faults.Add(Fault.Delay(TimeSpan.FromMilliseconds(200)) with { Route = EmulatorRoute.Update });
        app.Emulator.ClearRequests();

        job.Title = "first";
        job.Notes = "kept";
        Task updating = app.Jobs.UpdateAsync(job);
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 1);
        job.Title = "second";
        await updating;

        Assert.Equal("second", job.Title);
        Assert.True(job.HasChanges);
        Assert.Equal(["title"], JourneyTracking.ChangedFields(job));
        await app.Jobs.UpdateAsync(job);
        Assert.Equal($$$"""PATCH objects/job/{{{job.Id}}}.json {"job":{"title":"second"}}""", app.Traffic.Last());
        Assert.Equal(("second", "kept"), ((await app.Jobs.GetAsync(job.Id)).Title, job.Notes));
    }

    public static TheoryData<string> Failures => ["500", "reset before", "reset after", "cancelled"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failed_update_leaves_the_same_changes(string failure)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        Job job = (await app.SeedAsync(1))[0];
        await app.Jobs.RefreshAsync(job);
        job.Title = "changed";
        job.Notes = "noted";
        app.Emulator.Faults.Add(failure switch
        {
            "500" => Fault.Status(500),
            "reset before" => Fault.ResetBefore(),
            "reset after" => Fault.ResetAfter(),
            _ => Fault.Hang(),
        });

        using var canceling = new CancellationTokenSource();
        Task updating = app.Jobs.UpdateAsync(job, canceling.Token);
        if (failure == "cancelled")
        {
            await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 1);
            await canceling.CancelAsync();
            Assert.Equal(WriteOutcome.Unknown, (await Assert.ThrowsAsync<JourneyCanceledException>(() => updating)).Outcome);
        }
        else
        {
            Assert.Equal(WriteOutcome.Unknown, (await Assert.ThrowsAnyAsync<JourneyApiException>(() => updating)).Outcome);
        }

        Assert.Equal(["title", "notes"], JourneyTracking.ChangedFields(job));
        app.Emulator.ClearRequests();
        await app.Jobs.UpdateAsync(job);
        Assert.Equal([$$$"""PATCH objects/job/{{{job.Id}}}.json {"job":{"title":"changed","notes":"noted"}}"""], app.Traffic);
        Assert.False(job.HasChanges);
    }

    [Fact]
    public async Task An_unknown_choice_survives_reading_updating_and_replacing()
    {
        // The emulator's schema is newer than this code: it has an option that JobState does not.
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace("""<option key="busy">""", """<option key="on höld">On höld</option><option key="busy">""", StringComparison.Ordinal));
        Job made = (await app.SeedAsync(1))[0];
        using var raw = new HttpClient();
        raw.DefaultRequestHeaders.Authorization = new("Bearer", app.Emulator.Token);
        using HttpResponseMessage patched = await raw.PatchAsync(
            new Uri(app.Emulator.BaseAddress, $"objects/job/{made.Id}.json"),
            new StringContent("""{"job":{"state":"on höld"}}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(patched.IsSuccessStatusCode);

        Job job = (await app.Jobs.Where(j => j.Title == made.Title).SingleOrDefaultAsync())!;
        Assert.Equal(("on höld", null, false), (job.State?.Key, job.State?.Value, job.State?.IsKnown));
        Assert.Equal(1, await app.Jobs.CountAsync(j => j.State == job.State!.Value));
        job.Notes = "touched";
        await app.Jobs.UpdateAsync(job);
        await app.Jobs.ReplaceAsync(job);
        Assert.Contains("\"state\":\"on höld\"", app.Traffic.Last(), StringComparison.Ordinal);
        Assert.Equal("on höld", (await app.Jobs.GetAsync(job.Id)).State?.Key);
    }

    [Fact]
    public async Task A_replace_is_refused_when_the_server_has_a_field_that_this_code_does_not_know()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.Emulator.UpdateSchemaAsync(EmulatedApp.Schema.Replace(
            """<field name="notes" """, """<field name="budget" label="Budget" type="integer" /><field name="notes" """, StringComparison.Ordinal));
        Job made = (await app.SeedAsync(1))[0];
        using var raw = new HttpClient();
        raw.DefaultRequestHeaders.Authorization = new("Bearer", app.Emulator.Token);
        await raw.PatchAsync(
            new Uri(app.Emulator.BaseAddress, $"objects/job/{made.Id}.json"),
            new StringContent("""{"job":{"budget":7}}""", System.Text.Encoding.UTF8, "application/json"));

        Job job = await app.Jobs.GetAsync(made.Id);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.ReplaceAsync(job));
        Assert.Contains("would clear budget,", refused.Message, StringComparison.Ordinal);
        job.Title = "still works";
        await app.Jobs.UpdateAsync(job);
        Assert.Contains("\"budget\":7", (await app.Emulator.FindAsync("job", job.Id.Value))!.Json, StringComparison.Ordinal);

        await app.Jobs.ReplaceAsync(job, DataLossHandling.Allow);
        Assert.DoesNotContain("budget", (await app.Emulator.FindAsync("job", job.Id.Value))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replace_of_something_not_read_whole_is_refused()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.ReplaceAsync(new Job(new Job().Id) { Title = "x" }));
        Assert.Empty(app.Traffic);
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_looked_up_and_not_written_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });
        var job = new Job { Title = "once" };
        await app.Jobs.CreateAsync(job);

        Assert.Equal(["PUT", "GET"], app.Emulator.Requests.Select(request => request.Method));
        Assert.False(job.IsNew);
        Assert.Equal(1, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task Creating_again_after_a_failure_keeps_the_edits_that_others_made_meanwhile()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });
        var job = new Job { Title = "mine", Notes = "mine" };
        Id<Job> id = job.Id;
        JourneyApiException fault = await Assert.ThrowsAnyAsync<JourneyApiException>(() => app.Jobs.CreateAsync(job));
        Assert.Equal((WriteOutcome.Unknown, true, id), (fault.Outcome, job.IsNew, job.Id));

        await app.Jobs.UpdateAsync(new Job(id) { Notes = "theirs" });
        job.Title = "mine, edited before the second try";
        await app.Jobs.CreateAsync(job);

        Assert.Equal(("mine, edited before the second try", "theirs", false), (job.Title, job.Notes, job.HasChanges));
        Job stored = await app.Jobs.GetAsync(id);
        Assert.Equal(("mine, edited before the second try", "theirs"), (stored.Title, stored.Notes));
    }

    [Fact]
    public async Task An_applied_write_whose_answer_cannot_be_read_is_read_again_instead_of_written_again()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        app.Emulator.Faults.Add(Fault.Truncate(10) with { Route = EmulatorRoute.Update });
        job.Title = "applied";
        await app.Jobs.UpdateAsync(job);

        Assert.Equal(["PATCH", "GET"], app.Emulator.Requests.Select(request => request.Method));
        Assert.False(job.HasChanges);
        Assert.False(job.IsStale);
    }

    [Fact]
    public async Task Only_new_objects_are_created_and_only_others_updated()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.CreateAsync(job));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.UpdateAsync(new Job { Title = "x" }));
        Assert.Empty(app.Traffic);
    }

    [Fact]
    public async Task Put_creates_and_replaces()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1, _ => new Job { Title = "t", Notes = "gone after the put" }))[0];
        await app.Jobs.PutAsync(Job.New(job.Id) is var put && (put.Title = "put") is not null ? put : put);
        Job now = await app.Jobs.GetAsync(job.Id);
        Assert.Equal(("put", null), (now.Title, now.Notes));
    }

    [Fact]
    public async Task Create_if_missing_never_overwrites()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var id = Id<Job>.FromKey(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "SO-1234");
        var first = Job.New(id);
        first.Title = "first";
        Assert.True(await app.Jobs.CreateIfMissingAsync(first));
        Assert.Equal((false, false, "first"), (first.IsNew, first.IsStale, first.Display));
        await app.Jobs.UpdateAsync(new Job(id) { Notes = "edited by others" });

        var second = Job.New(id);
        second.Title = "second";
        Assert.False(await app.Jobs.CreateIfMissingAsync(second));
        Assert.Equal(("second", "edited by others", false, true), (second.Title, second.Notes, second.IsNew, second.HasChanges));
        Assert.Equal("first", (await app.Jobs.GetAsync(id)).Title);
        Assert.Equal(1, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task Create_if_missing_that_is_refused_throws_what_the_server_said()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.FailOperations("INVALID_VALUE", 0));
        var job = new Job { Title = "x" };
        InvalidRequestException fault = await Assert.ThrowsAsync<InvalidRequestException>(() => app.Jobs.CreateIfMissingAsync(job));
        Assert.Equal(ApiError.InvalidValue, fault.Type);
        Assert.Equal(("INVALID_VALUE", WriteOutcome.NotApplied, true), (fault.Type, fault.Outcome, job.IsNew));
    }

    [Fact]
    public async Task Delete_says_whether_it_existed_and_deleting_nothing_is_no_error()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = (await app.SeedAsync(1))[0];
        Assert.True(await app.Jobs.DeleteAsync(job));
        Assert.False(await app.Jobs.DeleteAsync(job.Id));

        Job lost = (await app.SeedAsync(1))[0];
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Delete });
        Assert.True(await app.Jobs.DeleteAsync(lost));
    }

    [Fact]
    public async Task A_bare_404_does_not_pass_for_a_deleted_object()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.Status(404, "<html>") with { Times = 2 });
        Assert.Equal(ApiErrorKind.RouteNotFound, (await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.DeleteAsync(new Job().Id))).Kind);
        Assert.Equal(ApiErrorKind.RouteNotFound, (await Assert.ThrowsAsync<JourneyApiException>(() => app.Jobs.FindAsync(new Job().Id))).Kind);
    }

    [Fact]
    public async Task Only_if_unchanged_refuses_after_somebody_elses_write()
    {
        var time = new ManualTime();
        await using EmulatedApp app = await EmulatedApp.StartAsync(server: options => options with { TimeProvider = time });
        Job job = (await app.SeedAsync(1))[0];
        await app.Jobs.RefreshAsync(job);
        time.Advance(TimeSpan.FromSeconds(2));
        await app.Jobs.UpdateAsync(new Job(job.Id) { Notes = "theirs" });

        job.Title = "mine";
        await Assert.ThrowsAsync<ObjectChangedException>(() => app.Jobs.UpdateAsync(job, WriteCondition.IfUnchanged));
        await app.Jobs.RefreshAsync(job);
        Assert.Equal(("mine", "theirs"), (job.Title, job.Notes));
        await app.Jobs.UpdateAsync(job, WriteCondition.IfUnchanged);
        Assert.False(job.HasChanges);
    }

    [Theory]
    [InlineData("a/../../b")]
    [InlineData("é")]
    [InlineData("a?b")]
    public async Task An_id_that_could_lead_elsewhere_never_enters_a_URL(string id)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.FindAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Jobs.DeleteAsync(new Id<Job>(id)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.UpdateAsync(new Job(id) { Title = "x" }));
        Assert.Empty(app.Traffic);
    }

    [Fact]
    public async Task Many_are_read_by_their_ids_in_the_order_given()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(1500);
        Id<Job> missing = new Job().Id;
        Id<Job>[] ids = [jobs[7].Id, missing, .. jobs.AsEnumerable().Reverse().Select(job => job.Id), jobs[7].Id];

        ManyResult<Job> many = await app.Jobs.GetManyAsync(ids);
        Assert.Equal(ids.Where(id => id != missing), many.Objects.Select(job => job.Id));
        Assert.Equal([missing], many.Missing);
        Assert.Equal(2, app.Emulator.Requests.Count);
    }
}
