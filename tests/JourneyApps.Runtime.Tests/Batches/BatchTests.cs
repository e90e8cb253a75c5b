using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Batches;

public sealed class BatchTests
{
    [Fact]
    public async Task A_graph_of_new_objects_goes_in_one_batch_and_is_clean_but_stale()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var site = new Site { Name = "North" };
        Job[] jobs = [.. Enumerable.Range(0, 3).Select(i => new Job { Title = $"{i}", SiteId = site.Id })];
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Create(site), .. jobs.Select(BatchOperation.Create)]);

        Assert.Equal((4, 4, 1, true), (report.Applied, report.Total, report.Requests, report.AllDone));
        Assert.All(jobs, job => Assert.Equal((false, false, true), (job.IsNew, job.HasChanges, job.IsStale)));
        Assert.Equal(3, await app.Sites.JobsOf(site).CountAsync());
        await app.Jobs.RefreshAsync(jobs[0]);
        Assert.False(jobs[0].IsStale);
    }

    [Fact]
    public async Task The_documented_form_is_what_goes_over_the_wire()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(2);
        Job made = new() { Title = "made" }, maybe = new() { Title = "maybe" };
        jobs[0].Crew = null;
        await app.Client.WriteAsync([BatchOperation.Create(made), BatchOperation.CreateIfMissing(maybe), BatchOperation.Update(jobs[0]), BatchOperation.Delete(jobs[1])]);
        Assert.Equal(
            $$$"""POST batch.json {"stop_on_error":false,"operations":[{"method":"put","object":{"type":"job","id":"{{{made.Id}}}","title":"made"}},{"method":"post","object":{"type":"job","id":"{{{maybe.Id}}}","title":"maybe"}},{"method":"patch","object":{"type":"job","id":"{{{jobs[0].Id}}}","crew":null}},{"method":"delete","object":{"type":"job","id":"{{{jobs[1].Id}}}"}}]}""",
            app.Traffic.Single());
    }

    [Fact]
    public async Task Twenty_five_hundred_operations_make_three_requests_and_tell_their_progress()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var progress = new Recorded();
        BatchReport report = await app.Client.WriteAsync(
            Enumerable.Range(0, 2500).Select(i => BatchOperation.Create(new Job { Crew = i })), new BatchOptions { Progress = progress });
        Assert.Equal((2500, 3), (report.Applied, report.Requests));
        Assert.Equal([new(1000, 0, 1), new(2000, 0, 2), new(2500, 0, 3)], progress.Reports);
        Assert.Empty(report.Results);
    }

    [Fact]
    public async Task An_object_is_in_a_request_once_and_order_is_kept()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var job = new Job { Title = "1" };
        BatchReport report = await app.Client.WriteAsync(Operations());
        Assert.Equal((3, 3), (report.Applied, report.Requests));
        Assert.Equal(0, await app.Emulator.CountAsync("job"));

        IEnumerable<BatchOperation> Operations()
        {
            yield return BatchOperation.Create(job);
            job.Title = "2";
            yield return BatchOperation.Update(job);
            yield return BatchOperation.Delete(job);
        }
    }

    [Fact]
    public async Task What_failed_is_tied_to_its_object_and_later_operations_on_it_are_not_attempted()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job good = new() { Title = "good" }, bad = new() { Title = "bad" };
        app.Emulator.Faults.Add(Fault.FailOperations("INVALID_VALUE", 1));
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Create(good), BatchOperation.Create(bad), BatchOperation.Delete(bad), BatchOperation.Delete(good)]);

        Assert.Equal([BatchStatus.Failed, BatchStatus.NotAttempted], report.NotDone.Select(result => result.Status));
        Assert.All(report.NotDone, result => Assert.Same(bad, result.Operation.Object));
        Assert.Equal((1L, "INVALID_VALUE"), (report.NotDone[0].Index, report.NotDone[0].Error?.Type));
        Assert.True(bad.IsNew);
        Assert.Equal(["title"], JourneyTracking.ChangedFields(bad));
        Assert.Equal(2, report.Applied);
        Assert.Same(report, Assert.Throws<BatchException>(report.ThrowIfNotDone).Report);

        BatchReport again = await app.Client.WriteAsync(report.NotDone.Select(result => result.Operation));
        Assert.True(again.AllDone);
        Assert.Equal(0, await app.Emulator.CountAsync("job"));
    }

    [Theory]
    [InlineData("INTERNAL_SERVER_ERROR")]
    [InlineData("TOO_MANY_REQUESTS")]
    public async Task Passing_faults_inside_an_accepted_batch_are_repeated(string type)
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: new ManualTime { RunsByItself = true });
        app.Emulator.Faults.Add(Fault.FailOperations(type, 0, 2));
        app.Emulator.Faults.Add(Fault.FailOperations(type, 1));
        Job[] jobs = [.. Enumerable.Range(0, 4).Select(i => new Job { Crew = i })];
        BatchReport report = await app.Client.WriteAsync(jobs.Select(BatchOperation.Create));
        Assert.Equal(4, report.Applied);
        Assert.Equal([0, 1, 2, 3], (await app.Jobs.OrderBy(j => j.Crew).ToListAsync()).Select(job => job.Crew!.Value));
        Assert.Equal(3, app.Emulator.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task An_operation_that_is_sent_again_takes_its_files_with_it()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(time: new ManualTime { RunsByItself = true });
        Job[] jobs =
        [
            new() { Title = "a", Photo = Photo.FromBytes(new byte[] { 1 }, "a.jpg") },
            new() { Title = "b", Photo = Photo.FromBytes(new byte[] { 2 }, "b.jpg"), Sign = Signature.FromBytes(new byte[] { 3 }, "b.svg") },
            new() { Title = "c", Photo = Photo.FromBytes(new byte[] { 4 }, "c.jpg") },
        ];
        app.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", 0, 1));

        BatchReport report = await app.Client.WriteAsync(jobs.Select(BatchOperation.Create));

        Assert.True(report.AllDone, report.ToString());
        var files = new List<byte>();
        foreach (Job job in jobs)
        {
            Job stored = await app.Jobs.GetAsync(job.Id);
            using MemoryStream content = new();
            await app.Jobs.DownloadAsync(stored, field => field.Photo, content);
            if (stored.Sign is not null) await app.Jobs.DownloadAsync(stored, field => field.Sign, content);
            files.AddRange(content.ToArray());
        }

        Assert.Equal([1, 2, 3, 4], files);
        Assert.All(jobs, static job => Assert.False(job.HasChanges));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_already_gone()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Delete(new Job().Id)]);
        Assert.Equal((1, true), (report[BatchStatus.AlreadyDeleted], report.AllDone));
    }

    [Fact]
    public async Task Create_if_missing_keeps_the_callers_values_as_changes_against_what_is_there()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job there = (await app.SeedAsync(1, _ => new Job { Title = "there" }))[0];
        Job mine = Job.New(there.Id), fresh = new() { Title = "fresh" };
        mine.Title = "mine";
        BatchReport report = await app.Client.WriteAsync([BatchOperation.CreateIfMissing(mine), BatchOperation.CreateIfMissing(fresh)]);
        Assert.Equal((1, 1, true), (report[BatchStatus.AlreadyExists], report.Applied, report.AllDone));
        Assert.Equal(("mine", true, false), (mine.Title, mine.HasChanges, mine.IsNew));
    }

    [Fact]
    public async Task Stop_on_error_leaves_the_rest_of_the_request_unattempted_and_the_rest_of_the_sequence_untaken()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.FailOperations("INVALID_VALUE", 1));
        BatchReport report = await app.Client.WriteAsync(
            Enumerable.Range(0, 20).Select(i => BatchOperation.Create(new Job { Crew = i })), new BatchOptions { StopOnError = true, OperationsPerRequest = 5 });
        Assert.Equal((1, 1, 3, 5, true), (report.Applied, report[BatchStatus.Failed], report[BatchStatus.NotAttempted], report.Total, report.EndedEarly));
        Assert.Equal(1, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task An_answer_of_another_length_makes_its_request_unknown()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 2);
        app.Emulator.Faults.Add(Fault.Status(200, """{"operations":[{"success":true}]}""", "application/json") with { Times = 2, Route = EmulatorRoute.Batch });
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Create(new Job()), BatchOperation.Create(new Job())]);
        Assert.Equal((2, 2), (report[BatchStatus.Unknown], report.Total));
        Assert.All(report.NotDone, result => Assert.IsType<UnreadableResponseException>(result.Exception));
        Assert.True((await app.Client.WriteAsync(report.NotDone.Select(result => result.Operation))).AllDone);
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_without_doubling()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Batch });
        BatchReport report = await app.Client.WriteAsync(Enumerable.Range(0, 10).Select(i => BatchOperation.Create(new Job { Crew = i })));
        Assert.Equal(10, report.Applied);
        Assert.Equal(10, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task Cancellation_tells_the_truth_about_what_was_done()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        app.Emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Batch, Skip = 1 });
        using var canceling = new CancellationTokenSource();
        Job[] jobs = [.. Enumerable.Range(0, 30).Select(i => new Job { Crew = i })];
        Task<BatchReport> writing = app.Client.WriteAsync(jobs.Select(BatchOperation.Create), new BatchOptions { OperationsPerRequest = 10 }, canceling.Token);
        await RetryTests.Until(() => app.Emulator.Faults.ParkedRequests == 1);
        await canceling.CancelAsync();

        BatchReport report = (await Assert.ThrowsAsync<BatchCanceledException>(() => writing)).Report;
        Assert.Equal((10, 10, 20), (report.Applied, report[BatchStatus.Unknown], report.Total));
        Assert.All(jobs.Take(10), job => Assert.False(job.IsNew));
        Assert.All(jobs.Skip(10), job => Assert.True(job.IsNew && job.HasChanges));
    }

    [Fact]
    public async Task A_refused_credential_ends_the_run_instead_of_failing_request_by_request()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.Credential = JourneyCredential.NamedToken("wrong"));
        BatchReport report = await app.Client.WriteAsync(Enumerable.Range(0, 5000).Select(i => BatchOperation.Create(new Job { Crew = i })));
        Assert.Equal((1000, 1, true), (report[BatchStatus.Failed], report.Requests, report.EndedEarly));
        Assert.IsType<AuthenticationFailedException>(report.NotDone[0].Exception);
    }

    [Fact]
    public async Task Parallel_requests_never_hold_the_same_object()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = [.. Enumerable.Range(0, 40).Select(_ => new Job { Title = "0" })];
        BatchReport report = await app.Client.WriteAsync(Rounds(), new BatchOptions { Parallel = 8, OperationsPerRequest = 5 });
        Assert.Equal(40 * 4, report.Applied);
        Assert.All(await app.Jobs.ToListAsync(), job => Assert.Equal("3", job.Title));

        IEnumerable<BatchOperation> Rounds()
        {
            foreach (Job job in jobs) yield return BatchOperation.Create(job);
            for (int round = 1; round < 4; round++)
            {
                foreach (Job job in jobs) yield return BatchOperation.Update(new Job(job.Id) { Title = $"{round}" });
            }
        }
    }

    [Fact]
    public async Task Read_back_makes_objects_fresh()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = [.. Enumerable.Range(0, 3).Select(i => new Job { Title = $"t{i}" })];
        await app.Client.WriteAsync(jobs.Select(BatchOperation.Create), new BatchOptions { ReadBack = true });
        Assert.All(jobs, job => Assert.Equal((false, job.Title), (job.IsStale, job.Display)));
    }

    [Fact]
    public async Task A_read_object_is_updated_and_never_put_and_an_unwritable_one_does_not_cost_the_others()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job job = await app.Jobs.GetAsync((await app.SeedAsync(1))[0].Id);
        Assert.Throws<InvalidOperationException>(() => BatchOperation.Put(job));
        Assert.Throws<InvalidOperationException>(() => BatchOperation.Create(job));

        BatchReport report = await app.Client.WriteAsync(
            [BatchOperation.Update(job), BatchOperation.Update(new Job("NOT-A-UUID") { Title = "x" }), BatchOperation.Create(new Job { Title = "fine" })]);
        Assert.Equal((1, 1, 1), (report.Applied, report[BatchStatus.Unchanged], report[BatchStatus.NotAttempted]));
        Assert.IsType<InvalidOperationException>(report.NotDone.Single().Exception);
    }

    [Fact]
    public async Task A_sequence_that_throws_leaves_its_objects_writable()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var job = new Job { Title = "x" };
        await Assert.ThrowsAsync<FormatException>(() => app.Client.WriteAsync(Broken()));
        await app.Jobs.CreateAsync(job);
        Assert.Equal(1, await app.Emulator.CountAsync("job"));

        IEnumerable<BatchOperation> Broken()
        {
            yield return BatchOperation.Create(job);
            throw new FormatException("the source is broken");
        }
    }

    private sealed class Recorded : IProgress<BatchProgress>
    {
        public List<BatchProgress> Reports { get; } = [];

        public void Report(BatchProgress value) => Reports.Add(value);
    }
}
