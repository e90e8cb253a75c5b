using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Bulk;

public sealed class BulkTests
{
    [Fact]
    public async Task Everything_that_matches_is_updated_and_nothing_else()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(2500, i => new Job { Crew = i, Title = "old" });
        BulkResult result = await app.Jobs.Where(j => j.Crew >= 100 && j.Crew < 2300).UpdateAllAsync(job => job.Title = "new");
        Assert.Equal((2200, 2200, 0, 0), (result.Matched, result.Done, result.ChangedConcurrently, result.NotDone.Count));
        Assert.Equal(2200, await app.Jobs.CountAsync(j => j.Title == "new"));
        Assert.Equal(0, await app.Jobs.CountAsync(j => j.Title == "new" && j.Crew < 100));
    }

    [Fact]
    public async Task What_no_longer_matches_when_its_turn_comes_is_left_alone()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(1500, i => new Job { Crew = i, Title = "old" });
        using FieldApp other = EmulatedApp.Connect(app.Emulator);
        // Somebody rescues every object that is still to be deleted, after the first thousand are gone.
        var progress = new Rescue(() => other.Jobs.Where(j => j.Title == "old").UpdateAllAsync(job => job.Title = "rescued").GetAwaiter().GetResult());
        BulkResult result = await app.Jobs.Where(j => j.Title == "old").DeleteAllAsync(new BatchOptions { Progress = progress });
        Assert.Equal((1500, 1000, 500), (result.Matched, result.Done, result.ChangedConcurrently));
        Assert.Equal(500, await app.Jobs.CountAsync(j => j.Title == "rescued"));
        Assert.Equal(jobs.Length - 1000, await app.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_dry_run_gives_the_ids_and_writes_nothing()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        Job[] jobs = await app.SeedAsync(10);
        BulkResult result = await app.Jobs.Where(j => j.Crew < 3).DeleteAllAsync(new BatchOptions { DryRun = true });
        Assert.Equal(jobs.Take(3).Select(job => job.Id.Value).Order(), result.Ids.Order());
        Assert.Equal(10, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_missing_condition_and_a_null_by_mistake_are_refused()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(3);
        string? forgotten = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.AsQuery().DeleteAllAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.Where(j => j.Notes == forgotten).DeleteAllAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.Where(j => j.Crew > 0).Take(1).DeleteAllAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.Where(j => j.Crew > 0).Skip(1).DeleteAllAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Jobs.Where(j => j.Crew > 0).OrderBy(j => j.Crew).DeleteAllAsync());
        Assert.Equal(3, (await app.Jobs.Where(j => j.Notes.IsNull()).DeleteAllAsync()).Done);
    }

    [Fact]
    public async Task What_could_not_be_written_is_in_the_result()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.SeedAsync(1002);
        app.Emulator.Faults.Add(Fault.FailOperations("INVALID_OBJECT", 1));
        BulkResult result = await app.Jobs.Where(j => j.Crew >= 0).UpdateAllAsync(job => job.Title = "new");
        Assert.Equal((1002, 1001, 0), (result.Matched, result.Done, result.ChangedConcurrently));
        BatchResult failed = Assert.Single(result.NotDone);
        Assert.Equal((BatchStatus.Failed, "INVALID_OBJECT"), (failed.Status, failed.Error?.Type));
        Assert.Equal(1001, await app.Jobs.CountAsync(j => j.Title == "new"));
    }

    [Fact]
    public async Task A_dry_run_of_a_batch_is_refused_before_anything_is_sent()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(
            () => app.Client.WriteAsync([BatchOperation.Create(new Job { Title = "a" })], new BatchOptions { DryRun = true }));
        Assert.Empty(app.Emulator.Requests);
    }

    private sealed class Rescue(Action rescue) : IProgress<BatchProgress>
    {
        private bool _done;

        public void Report(BatchProgress value)
        {
            if (_done) return;
            _done = true;
            rescue();
        }
    }
}
