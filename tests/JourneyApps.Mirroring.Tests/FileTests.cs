using JourneyApps.Emulator;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Records;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

public class FileTests
{
    [Fact]
    public async Task Files_are_stored_in_a_folder_also_those_of_a_copy_that_was_made_without_them()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files");
        byte[] first = [0xFF, 0xD8, 0xFF, 1], second = [0xFF, 0xD8, 0xFF, 2], third = [0xFF, 0xD8, 0xFF, 3];
        JourneyRecordSet jobs = copy.Client.Objects("job");
        var job = new JourneyRecord("job") { ["photo"] = RecordValue.File(first, "one.jpg") };
        await jobs.CreateAsync(job);
        await copy.Mirror().CatchUpAsync();
        await jobs.CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File(second, "two.jpg") });
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Equal([first, second], Stored(copy, folder));
        Assert.Equal(0, (await mirror.GetStatusAsync()).FilesWaiting);

        // Another file of the same object.
        job["photo"] = RecordValue.File(third, "three.jpg");
        await jobs.UpdateAsync(job);
        await mirror.CatchUpAsync();
        Assert.Equal([second, third], Stored(copy, folder));
        await jobs.DeleteAsync(job.Id);
        await mirror.CatchUpAsync();
        Assert.Equal([second], Stored(copy, folder));
        Assert.Equal([second], OnDisk(folder));
    }

    [Fact]
    public async Task Files_that_no_row_has_are_removed_from_the_folder()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files");
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
        Assert.Equal(["0"], copy.Query("SELECT count(*) FROM _journeyapps_file"));
    }

    [Fact]
    public async Task A_file_is_removed_also_from_a_folder_that_was_named_with_a_separator_at_its_end()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files") + Path.DirectorySeparatorChar;
        var job = new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF, 1], "photo.jpg") };
        await copy.Client.Objects("job").CreateAsync(job);
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Single(OnDisk(folder));

        await copy.Client.Objects("job").DeleteAsync(job.Id);
        await mirror.CatchUpAsync();

        Assert.Empty(OnDisk(folder));
    }

    [Fact]
    public async Task A_file_is_stored_after_another_program_locked_the_database_for_a_while()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(client: options => options.TimeProvider = TimeProvider.System);
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files");
        var mirror = new DatabaseMirror(
            copy.Client, new SqliteMirrorDatabase($"Data Source={copy.File};Default Timeout=1"),
            new DatabaseMirrorOptions { Files = new MirrorFileOptions(folder), Lease = TimeSpan.FromMinutes(10) });
        using var stop = new CancellationTokenSource();
        Task run = mirror.RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => File.Exists(copy.File) && copy.Query("SELECT name FROM sqlite_master WHERE name = 'job'").Length == 1);
        copy.Emulator.Faults.Add(Fault.Delay(TimeSpan.FromSeconds(2)) with { Route = EmulatorRoute.Media });
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF, 1], "photo.jpg") });
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT id FROM job").Length == 1);

        // The row is there, and the file is being downloaded.
        using (SqliteConnection other = copy.Open())
        using (SqliteTransaction locked = other.BeginTransaction()) await Task.Delay(TimeSpan.FromSeconds(5));

        await KillTests.WaitUntilAsync(() => copy.Query("SELECT path FROM _journeyapps_file WHERE stored_at IS NOT NULL").Length == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_of_marked_rows_and_of_versions_stay(bool marks)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files");
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder), MarkDeletes = marks, History = marks ? [] : ["job"] });
        await mirror.CatchUpAsync();
        var job = new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF, 1], "photo.jpg") };
        await copy.Client.Objects("job").CreateAsync(job);
        await mirror.CatchUpAsync();

        await copy.Client.Objects("job").DeleteAsync(job.Id);
        await mirror.CatchUpAsync();

        Assert.Single(OnDisk(folder));
        Assert.Equal(["1"], copy.Query("SELECT count(*) FROM _journeyapps_file WHERE gone_at IS NULL"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_downloaded_waits_and_says_why()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string folder = Path.Combine(Path.GetDirectoryName(copy.File)!, "files");
        await File.WriteAllTextAsync(folder, "a file in the place of the folder");
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["photo"] = RecordValue.File([0xFF, 0xD8, 0xFF], "one.jpg") });
        DatabaseMirror mirror = copy.Mirror(options => options with { Files = new MirrorFileOptions(folder) });
        await mirror.CatchUpAsync();
        Assert.Equal(1, (await mirror.GetStatusAsync()).FilesWaiting);
        Assert.Equal(["1|1"], copy.Query("SELECT attempts, length(error) > 0 FROM _journeyapps_file"));
        Assert.Equal(["uploaded"], copy.Query("SELECT photo_state FROM job"));
    }

    private static byte[][] OnDisk(string folder)
        => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).OrderBy(content => content[^1])];

    private static byte[][] Stored(EmulatedCopy copy, string folder)
    {
        string[] paths = copy.Query("SELECT path FROM _journeyapps_file WHERE stored_at IS NOT NULL");
        Assert.All(paths, path => Assert.EndsWith(".jpg", path, StringComparison.Ordinal));
        return [.. paths.Select(path => File.ReadAllBytes(Path.Combine(folder, path))).OrderBy(content => content[^1])];
    }
}
