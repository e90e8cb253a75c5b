using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

public class CopyTests
{
    [Fact]
    public async Task All_models_are_tables_with_their_objects()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var site = new JourneyRecord("site") { ["name"] = "Harbour" };
        await copy.Client.Objects("site").CreateAsync(site);
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job")
        {
            ["title"] = "Replace pump",
            ["cost"] = 12.5,
            ["crew"] = 3,
            ["due"] = new DateOnly(2026, 12, 31),
            ["starts"] = new DateTimeOffset(2026, 12, 31, 8, 30, 0, TimeSpan.Zero),
            ["urgent"] = true,
            ["state"] = "busy",
            ["level"] = 2,
            ["tags"] = new[] { "a", "b" },
            ["codes"] = RecordValue.List(7, -1),
            ["site_id"] = site.Id,
        });
        await copy.Mirror().CatchUpAsync();

        Assert.Equal(
            ["Replace pump|12.5|3|2026-12-31|2026-12-31T08:30:00Z|1|busy|2|[\"a\",\"b\"]|[7,-1]|Harbour"],
            copy.Query("SELECT title, cost, crew, due, starts, urgent, state, level, tags, codes, s.name FROM job j JOIN site s ON s.id = j.site_id"));
        Assert.Equal(["In progress|High|Alpha, Beta|Seven, Minus"], copy.Query("SELECT state, level, tags, codes FROM _job_labels"));
        Assert.Equal(["job|following", "site|following"], copy.Query("SELECT model, phase FROM _journeyapps_model ORDER BY model"));
        Assert.Contains("_job_site_id_index", copy.Query("SELECT name FROM sqlite_master WHERE type = 'index'"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task Changes_follow_and_deleted_objects_are_gone()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        JourneyRecordSet jobs = copy.Client.Objects("job");
        JourneyRecord[] made = [new("job") { ["title"] = "one" }, new("job") { ["title"] = "two" }, new("job") { ["title"] = "three" }];
        foreach (JourneyRecord job in made) await jobs.CreateAsync(job);
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        made[0]["title"] = "changed";
        await jobs.UpdateAsync(made[0]);
        await jobs.DeleteAsync(made[1].Id);
        await mirror.CatchUpAsync();
        Assert.Equal(["changed", "three"], copy.Query("SELECT title FROM job ORDER BY title"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task Deleted_objects_keep_their_rows_when_deletes_are_marked()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        JourneyRecordSet jobs = copy.Client.Objects("job");
        JourneyRecord[] made = [new("job") { ["title"] = "one" }, new("job") { ["title"] = "two" }];
        foreach (JourneyRecord job in made) await jobs.CreateAsync(job);
        DatabaseMirror mirror = copy.Mirror(options => options with { MarkDeletes = true });
        await mirror.CatchUpAsync();
        await jobs.DeleteAsync(made[0].Id);
        await mirror.CatchUpAsync();
        Assert.Equal(["one|1", "two|0"], copy.Query("SELECT title, _deleted_at IS NOT NULL FROM job ORDER BY title"));
        await copy.AssertEqualAsync();

        // Removed while nobody followed, and the oplog was trimmed: the load finds it.
        await jobs.DeleteAsync(made[1].Id);
        await jobs.CreateAsync(new JourneyRecord("job") { ["title"] = "three" });
        await copy.Emulator.TrimOplogAsync(1);
        await mirror.CatchUpAsync();
        Assert.Equal(["one|1", "three|0", "two|1"], copy.Query("SELECT title, _deleted_at IS NOT NULL FROM job ORDER BY title"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task The_history_has_every_version_once()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        JourneyRecordSet jobs = copy.Client.Objects("job");
        var job = new JourneyRecord("job") { ["title"] = "one" };
        await jobs.CreateAsync(job);
        var other = new JourneyRecord("job") { ["title"] = "other" };
        await jobs.CreateAsync(other);
        DatabaseMirror mirror = copy.Mirror(options => options with { History = ["job"] });
        await mirror.CatchUpAsync();
        Assert.Equal(["one", "other"], copy.Query("SELECT title FROM _job_history ORDER BY title"));
        foreach (string title in new[] { "two", "three" })
        {
            job["title"] = title;
            await jobs.UpdateAsync(job);
        }

        await jobs.DeleteAsync(job.Id);
        await mirror.CatchUpAsync();
        Assert.Equal(
            ["one|0", "two|0", "three|0", "|1"],
            copy.Query($"SELECT title, _deleted_at IS NOT NULL FROM _job_history WHERE id = '{job.Id}' ORDER BY _sequence"));
        await mirror.ReloadAsync();
        await mirror.CatchUpAsync();
        Assert.Equal(["5|5"], copy.Query("SELECT count(*), count(DISTINCT id || _sequence) FROM _job_history"));
    }

    [Fact]
    public async Task The_history_of_a_model_that_is_complete_already_begins_with_its_rows()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        DatabaseMirror mirror = copy.Mirror(options => options with { History = ["job"] });
        await mirror.CatchUpAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two" });
        await mirror.CatchUpAsync();
        Assert.Equal(["one", "two"], copy.Query("SELECT title FROM _job_history ORDER BY title"));
    }

    [Fact]
    public async Task A_child_can_come_before_its_parent_and_a_page_can_change_an_object_several_times()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await copy.Client.Objects("site").CreateAsync(new JourneyRecord("site") { ["name"] = "first" });
        await mirror.CatchUpAsync();

        string siteId = Guid.NewGuid().ToString("D");
        var child = new JourneyRecord("job") { ["title"] = "child", ["site_id"] = siteId };
        await copy.Client.Objects("job").CreateAsync(child);
        await copy.Client.Objects("site").CreateAsync(JourneyRecord.New("site", siteId));
        await copy.Client.Objects("site").DeleteAsync(siteId);
        var brief = new JourneyRecord("job") { ["title"] = "brief" };
        await copy.Client.Objects("job").CreateAsync(brief);
        brief["title"] = "briefer";
        await copy.Client.Objects("job").UpdateAsync(brief);
        await copy.Client.Objects("job").DeleteAsync(brief.Id);
        child["crew"] = 1;
        await copy.Client.Objects("job").UpdateAsync(child);
        child["crew"] = 2;
        await copy.Client.Objects("job").UpdateAsync(child);
        await mirror.CatchUpAsync();
        Assert.Equal([$"child|2|{siteId}"], copy.Query("SELECT title, crew, site_id FROM job"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task An_equal_row_is_not_written_again()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        for (int i = 0; i < 5; i++) await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = $"job {i}", ["cost"] = i });
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        await mirror.ReloadAsync(["job"]);
        int before = copy.Progress.Count;
        await mirror.CatchUpAsync();
        DatabaseMirrorProgress[] loads = [.. copy.Progress.Skip(before).Where(progress => progress is { Event: DatabaseMirrorEvent.Stored, Model: "job" })];
        Assert.Equal(5, loads.Sum(load => load.Objects));
        Assert.Equal(0, loads.Sum(load => load.Rows));
    }
}
