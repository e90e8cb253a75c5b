using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Records;

public class RecordSetTests
{
    [Fact]
    public async Task A_record_is_created_read_updated_and_deleted_by_names()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        JourneyRecordSet jobs = app.Client.Objects("job");
        var job = new JourneyRecord("job") { ["title"] = "Replace pump", ["state"] = "new", ["tags"] = (string[])["a", "b"], ["due"] = new DateOnly(2026, 12, 1) };
        await jobs.CreateAsync(job);
        Assert.False(job.IsNew || job.HasChanges);
        Assert.Equal(("New", "Replace pump"), (job["state"].Display, job.Display));

        app.Emulator.ClearRequests();
        job["state"] = "busy";
        job["due"] = RecordValue.Null;
        await jobs.UpdateAsync(job);
        await jobs.UpdateAsync(job);
        Assert.Equal($"PATCH objects/job/{job.Id}.json " + """{"job":{"state":"busy","due":null}}""", Assert.Single(app.Traffic));

        JourneyRecord read = (await jobs.FindAsync(job.Id))!;
        Assert.Equal(("busy", true, "a b"), (read["state"].Text, read["due"].IsNull, string.Join(' ', read["tags"].Items.Select(tag => tag.Text))));
        Assert.Equal("Replace pump", (await app.Jobs.GetAsync(job.Id)).Title);
        Assert.True(await jobs.DeleteAsync(job.Id));
        Assert.False(await jobs.DeleteAsync(job.Id));
        Assert.Null(await jobs.FindAsync(job.Id));
    }

    [Fact]
    public async Task A_put_of_a_record_that_was_read_loses_neither_choices_nor_files()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        JourneyRecordSet jobs = app.Client.Objects("job");
        var job = new JourneyRecord("job") { ["title"] = "x", ["priority"] = 10, ["photo"] = RecordValue.File([1, 2, 3], "a.png"), ["ratings"] = RecordValue.List(1, 3_000_000_000) };
        await jobs.CreateAsync(job);
        JourneyRecord read = await jobs.GetAsync(job.Id);
        read["title"] = "y";
        await jobs.PutAsync(read);

        JourneyRecord after = await jobs.GetAsync(job.Id);
        Assert.Equal(("y", 10L, job["photo_id"].Text), (after["title"].Text, after["priority"].Integer, after["photo_id"].Text));
        Assert.Equal([1L, 3_000_000_000L], after["ratings"].Items.Select(rating => rating.Integer!.Value));
    }

    [Fact]
    public async Task Queries_page_count_and_order()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 100);
        await app.SeedAsync(250);
        JourneyRecordSet jobs = app.Client.Objects("job");

        Assert.Equal(250, (await jobs.All().ToListAsync()).Select(job => job.Id).Distinct().Count());
        RecordQuery late = jobs.Where("crew >= ? and crew in ?", 100, RecordValue.List([.. Enumerable.Range(90, 120).Select(crew => (RecordValue)crew)])).OrderBy("crew", descending: true);
        Assert.Equal((110L, 3L, 0L), (await late.CountAsync(), await late.Skip(5).Take(3).CountAsync(), await late.Skip(500).CountAsync()));
        Assert.Equal([204L, 203L, 202L], (await late.Skip(5).Take(3).ToListAsync()).Select(job => job["crew"].Integer!.Value));
        Assert.Equal(209, (await late.FirstOrDefaultAsync())!["crew"].Integer);
        Assert.Equal(150, (await jobs.All().Take(150).ToListAsync()).Count);
        Assert.Throws<ArgumentException>(() => jobs.Where("crew = ?"));
    }

    [Fact]
    public async Task Counting_without_a_total_counts_rows()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.PageSize = 20, options => options with { Total = TotalMode.Never });
        await app.SeedAsync(55);
        Assert.Equal(55, await app.Client.Objects("job").All().CountAsync());
    }

    [Fact]
    public async Task Batches_take_records_beside_generated_models()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        var site = new Site { Name = "Harbour" };
        JourneyRecord[] jobs = [.. Enumerable.Range(0, 20).Select(i => new JourneyRecord("job") { ["title"] = $"job {i}", ["site_id"] = site.Id.Value })];
        BatchReport report = await app.Client.WriteAsync([BatchOperation.Create(site), .. jobs.Select(BatchOperation.Create)], new BatchOptions { ReadBack = true });
        Assert.True(report.AllDone, report.ToString());
        Assert.All(jobs, job => Assert.False(job.IsNew || job.IsStale || job.HasChanges));

        jobs[0]["title"] = "changed";
        jobs[1]["state"] = "no such option";
        var twin = JourneyRecord.New("job", jobs[2].Id);
        twin["title"] = "must not overwrite";
        report = await app.Client.WriteAsync([BatchOperation.Update(jobs[0]), BatchOperation.Update(jobs[1]), BatchOperation.CreateIfMissing(twin), BatchOperation.Delete(jobs[3])]);
        Assert.Equal((1, jobs[1]), (report.NotDone.Count, report.NotDone[0].Operation.Object));
        Assert.Equal((false, true, true), (jobs[0].HasChanges, jobs[1].HasChanges, jobs[0].IsStale));
        Assert.Equal("job 2", (await app.Client.Objects("job").GetAsync(jobs[2].Id))["title"].Text);
        Assert.Equal(19, await app.Emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_looked_up_and_undoes_nobody_s_edit()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync(options => options.MaxAttempts = 1);
        JourneyRecordSet jobs = app.Client.Objects("job");
        var job = new JourneyRecord("job") { ["title"] = "mine", ["crew"] = 1 };
        app.Emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Replace });
        JourneyApiException lost = await Assert.ThrowsAnyAsync<JourneyApiException>(() => jobs.CreateAsync(job));
        Assert.Equal((WriteOutcome.Unknown, true), (lost.Outcome, job.IsNew));
        await app.Jobs.UpdateAsync(new Job(job.Id) { Title = "theirs" });

        job["crew"] = 2;
        await jobs.CreateAsync(job);
        JourneyRecord stored = await jobs.GetAsync(job.Id);
        Assert.Equal(("theirs", 2L), (stored["title"].Text, stored["crew"].Integer));
        Assert.Equal(("theirs", false), (job["title"].Text, job.HasChanges));
    }
}
