using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>What every database does with the files of a copy.</summary>
public abstract class FileTests
{
    [Fact]
    public async Task Files_are_stored_in_a_folder_also_those_of_a_copy_that_was_made_without_them()
    {
        await using EmulatedCopy copy = await StartAsync();
        string folder = Path.Combine(copy.Folder, "files");
        byte[] first = [0xFF, 0xD8, 0xFF, 1], second = [0xFF, 0xD8, 0xFF, 2], third = [0xFF, 0xD8, 0xFF, 3];
        JourneyRecordSet jobs = copy.Client.Objects("job");
        var job = new JourneyRecord("job") { ["photo"] = RecordValue.File(first, "one.jpg") };
        await jobs.CreateAsync(job);
        await copy.Mirror().CatchUpAsync();
        await jobs.CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File(second, "two.jpg") });
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Equal([first, second], await StoredAsync(copy, folder));
        Assert.Equal(0, (await mirror.GetStatusAsync()).FilesWaiting);

        // Another file of the same object.
        job["photo"] = RecordValue.File(third, "three.jpg");
        await jobs.UpdateAsync(job);
        await mirror.CatchUpAsync();
        Assert.Equal([second, third], await StoredAsync(copy, folder));
        await jobs.DeleteAsync(job.Id);
        await mirror.CatchUpAsync();
        Assert.Equal([second], await StoredAsync(copy, folder));
        Assert.Equal([second], OnDisk(folder));
    }

    [Fact]
    public async Task Files_that_no_row_has_are_removed_from_the_folder()
    {
        await using EmulatedCopy copy = await StartAsync();
        string folder = Path.Combine(copy.Folder, "files");
        JourneyRecordSet jobs = copy.Client.Objects("job");
        JourneyRecord[] made = [.. Enumerable.Range(1, 4).Select(number => new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF, (byte)number], "photo.jpg") })];
        foreach (JourneyRecord job in made) await jobs.CreateAsync(job);
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Equal(4, OnDisk(folder).Length);

        // Cleared, deleted, and deleted while files were not copied.
        made[0]["photo"] = RecordValue.Null;
        await jobs.UpdateAsync(made[0]);
        await jobs.DeleteAsync(made[1].Id);
        await mirror.CatchUpAsync();
        Assert.Equal([3, 4], OnDisk(folder).Select(content => content[^1]));
        await jobs.DeleteAsync(made[2].Id);
        await copy.Mirror().CatchUpAsync();
        Assert.Equal([3, 4], OnDisk(folder).Select(content => content[^1]));
        await mirror.CatchUpAsync();
        Assert.Equal([4], OnDisk(folder).Select(content => content[^1]));

        // The field goes: the file stays until the column is dropped.
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema.Replace("<field name=\"photo\" label=\"Photo\" type=\"photo\" />", "", StringComparison.Ordinal));
        await mirror.CatchUpAsync();
        Assert.Single(OnDisk(folder));
        await mirror.PruneAsync();
        await mirror.CatchUpAsync();
        Assert.Empty(OnDisk(folder));
        Assert.Equal(["0"], await copy.QueryAsync("SELECT count(*) FROM _journeyapps_file"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_of_marked_rows_and_of_versions_stay(bool marks)
    {
        await using EmulatedCopy copy = await StartAsync();
        string folder = Path.Combine(copy.Folder, "files");
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder), MarkDeletes = marks, History = marks ? [] : ["job"] });
        await mirror.CatchUpAsync();
        var job = new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF, 1], "photo.jpg") };
        await copy.Client.Objects("job").CreateAsync(job);
        await mirror.CatchUpAsync();

        await copy.Client.Objects("job").DeleteAsync(job.Id);
        await mirror.CatchUpAsync();

        Assert.Single(OnDisk(folder));
        Assert.Equal(["1"], await copy.QueryAsync("SELECT count(*) FROM _journeyapps_file WHERE gone_at IS NULL"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_downloaded_waits_and_says_why()
    {
        await using EmulatedCopy copy = await StartAsync();
        string folder = Path.Combine(copy.Folder, "files");
        await File.WriteAllTextAsync(folder, "a file in the place of the folder");
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF], "one.jpg") });
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Equal(1, (await mirror.GetStatusAsync()).FilesWaiting);
        Assert.Equal(["1"], await copy.QueryAsync("SELECT attempts FROM _journeyapps_file WHERE length(error) > 0"));
        Assert.Equal(["uploaded"], await copy.QueryAsync("SELECT photo_state FROM job"));
    }

    [Fact]
    public async Task A_copy_of_an_earlier_version_gets_the_indexes_of_files_unless_the_mirror_must_not_change_tables()
    {
        await using EmulatedCopy copy = await StartAsync();
        string folder = Path.Combine(copy.Folder, "files");
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Empty((await mirror.PlanAsync()).Steps);
        await copy.RunAsync($"DROP INDEX {EmulatedCopy.Table("_journeyapps_file_waiting")}");

        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF], "one.jpg") });
        await copy.Mirror(options => options with { Files = new MirrorFileOptions(folder), Ddl = MirrorDdl.None }).CatchUpAsync();

        Assert.Single(OnDisk(folder));
        MirrorPlanStep missing = Assert.Single((await mirror.PlanAsync()).Steps);
        Assert.Contains("_journeyapps_file_waiting", missing.Statement, StringComparison.Ordinal);
        await mirror.CatchUpAsync();
        Assert.Contains(copy.Progress, progress => progress.Statements is [var statement] && statement == missing.Statement);
        Assert.Empty((await mirror.PlanAsync()).Steps);
    }

    [Theory]
    [InlineData("gone_at IS NULL AND stored_at IS NULL AND attempts < 8", "_journeyapps_file_waiting")]
    [InlineData("gone_at IS NOT NULL", "_journeyapps_file_gone")]
    public async Task Among_many_stored_files_those_with_work_are_found_by_an_index(string condition, string index)
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Mirror().CatchUpAsync();
        await copy.RunAsync(
            $"INSERT INTO {EmulatedCopy.Table("_journeyapps_file")} (model, id, field, file_id, attempts, stored_at) "
            + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT 'job', 'a' || i, 'photo', 'b' || i, 0, '2026-01-01T00:00:00Z' FROM n");
        await copy.RunAsync("ANALYZE");

        string[] plan = await PlanAsync(copy, FileQueue.Query(Dialect, condition, 64));

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
    }

    private protected abstract SqlDialect Dialect { get; }

    private protected abstract Task<EmulatedCopy> StartAsync();

    /// <summary>How the database runs a query.</summary>
    private protected abstract Task<string[]> PlanAsync(EmulatedCopy copy, string query);

    private protected static byte[][] OnDisk(string folder)
        => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).OrderBy(content => content[^1])];

    private static async Task<byte[][]> StoredAsync(EmulatedCopy copy, string folder)
    {
        string[] paths = await copy.QueryAsync("SELECT path FROM _journeyapps_file WHERE stored_at IS NOT NULL");
        Assert.All(paths, path => Assert.EndsWith(".jpg", path, StringComparison.Ordinal));
        return [.. paths.Select(path => File.ReadAllBytes(Path.Combine(folder, path))).OrderBy(content => content[^1])];
    }
}
