namespace JourneyApps.Mirroring.Tests;

/// <summary>What happens when a person drops a table of the copy.</summary>
public abstract class DroppedTableTests
{
    [Fact]
    public async Task A_dropped_table_is_reported_created_again_and_loaded()
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Client.Objects("site").CreateAsync(new("site") { ["name"] = "Harbour" });
        await copy.Client.Objects("job").CreateAsync(new("job") { ["title"] = "paint" });
        await copy.Mirror().CatchUpAsync();
        Assert.Empty((await copy.Mirror().GetStatusAsync()).Decisions);
        await copy.RunAsync($"DROP VIEW {EmulatedCopy.Table("_job_labels")}");
        await copy.RunAsync($"DROP TABLE {EmulatedCopy.Table("job")}");

        DatabaseMirrorStatus status = await copy.Mirror().GetStatusAsync();

        string sentence = "The table 'job' was dropped. Start the mirror again: it creates the table and loads the model 'job'.";
        Assert.Equal([sentence], status.Decisions.Select(static decision => decision.Message));
        Assert.Equal([("job", 0L), ("site", 1L)], status.Models.Select(static model => (model.Model, model.Rows)));
        Assert.Equal(sentence, (await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().VerifyAsync())).Message);
        MirrorPlan plan = await copy.Mirror().PlanAsync();
        Assert.Equal(["job"], plan.LoadedModels);
        Assert.Contains(plan.Steps, static step => step.Statement.StartsWith("CREATE TABLE", StringComparison.Ordinal));

        await copy.Mirror().CatchUpAsync();
        Assert.Equal(["paint"], await copy.QueryAsync("SELECT title FROM job"));
        Assert.Empty((await copy.Mirror().GetStatusAsync()).Decisions);
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task A_mirror_with_files_starts_although_a_table_was_dropped()
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Mirror().CatchUpAsync();
        await copy.RunAsync($"DROP VIEW {EmulatedCopy.Table("_job_labels")}");
        await copy.RunAsync($"DROP TABLE {EmulatedCopy.Table("job")}");
        await copy.Client.Objects("job").CreateAsync(new("job") { ["title"] = "paint" });

        await copy.Mirror(options => options with { Models = ["job"], Files = new MirrorFileOptions(Path.Combine(copy.Folder, "files")) }).CatchUpAsync();

        Assert.Equal(["paint"], await copy.QueryAsync("SELECT title FROM job"));
    }

    [Fact]
    public async Task A_dropped_history_begins_again_with_the_present_rows()
    {
        await using EmulatedCopy copy = await StartAsync();
        DatabaseMirror Mirror() => copy.Mirror(options => options with { History = ["job"] });
        await copy.Client.Objects("job").CreateAsync(new("job") { ["title"] = "paint" });
        await Mirror().CatchUpAsync();
        await copy.RunAsync($"DROP TABLE {EmulatedCopy.Table("_job_history")}");
        Assert.Contains("versions of the model 'job' was dropped", (await Mirror().GetStatusAsync()).Decisions.Single().Message, StringComparison.Ordinal);

        await Mirror().CatchUpAsync();

        Assert.Equal(["paint"], await copy.QueryAsync("SELECT title FROM _job_history"));
        Assert.Empty((await Mirror().GetStatusAsync()).Decisions);
    }

    private protected abstract Task<EmulatedCopy> StartAsync();
}
