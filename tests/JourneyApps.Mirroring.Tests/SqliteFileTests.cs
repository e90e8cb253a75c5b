using JourneyApps.Emulator;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Records;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

public sealed class SqliteFileTests : FileTests
{
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

    private protected override SqlDialect Dialect => SqliteDialect.Instance;

    private protected override Task<EmulatedCopy> StartAsync() => EmulatedCopy.StartAsync();

    private protected override Task<string[]> PlanAsync(EmulatedCopy copy, string query) => copy.QueryAsync("EXPLAIN QUERY PLAN " + query);
}
