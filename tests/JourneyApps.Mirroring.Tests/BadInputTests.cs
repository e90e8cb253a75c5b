using System.Net;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Records;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

/// <summary>What goes wrong outside of the mirror: it says so, and loses nothing.</summary>
public class BadInputTests
{
    [Fact]
    public async Task On_a_full_disk_nothing_of_the_step_is_stored_and_the_mirror_resumes_when_there_is_space()
    {
        using var disk = SmallDisk.Create("size=2m");
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "small" });
        string file = Path.Combine(disk.Folder, "copy.db");
        var mirror = new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(file));
        await mirror.CatchUpAsync();
        for (int i = 0; i < 40; i++) await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = new string('x', 100_000) });

        DatabaseMirrorException full = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync());

        Assert.Equal(DatabaseFault.DiskFull, full.Fault);
        Assert.Contains(file, full.Message, StringComparison.Ordinal);
        Assert.Contains("is full", full.Message, StringComparison.Ordinal);
        disk.Change("size=64m");
        await mirror.CatchUpAsync();
        Assert.True((await mirror.VerifyAsync()).IsEqual);
        Assert.Equal(41, (await mirror.GetStatusAsync()).Models.Single(model => model.Model == "job").Rows);
    }

    [Fact]
    public async Task A_disk_that_can_only_be_read_is_said_and_is_no_other_worker()
    {
        using var disk = SmallDisk.Create("size=4m");
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        string file = Path.Combine(disk.Folder, "copy.db");
        await new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(file)).CatchUpAsync();
        disk.Change("ro");
        var waits = new List<DatabaseMirrorProgress>();
        var mirror = new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(file), new DatabaseMirrorOptions { Progress = new Listener(waits) });

        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(2)));

        Assert.Equal(DatabaseFault.ReadOnly, refused.Fault);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Empty(waits);
    }

    [Fact]
    public async Task A_file_that_is_opened_for_reading_only_is_said()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        string connection = new SqliteConnectionStringBuilder { DataSource = copy.File, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var mirror = new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(connection));

        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync());

        Assert.Equal(DatabaseFault.ReadOnly, refused.Fault);
        Assert.Contains("can only be read", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        Assert.Equal(1, (await mirror.GetStatusAsync()).Models.Single(model => model.Model == "job").Rows);
    }

    [Fact]
    public async Task A_folder_in_which_nobody_can_create_files_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such a folder for every user.");
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var mirror = new DatabaseMirror(copy.Client, new SqliteMirrorDatabase("/proc/copy.db"));

        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(2)));

        Assert.Contains("/proc/copy.db-mirror", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Use a folder in which this account can create files.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_deleted_or_replaced_under_a_running_worker_is_opened_again(bool isReplaced)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        string backup = copy.File + ".backup";
        copy.Run($"VACUUM INTO '{backup}'");
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two" });
        using var stop = new CancellationTokenSource();
        Task run = copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(2) }).RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT title FROM job").Length == 2);

        foreach (string part in (string[])["", "-wal", "-shm"]) File.Delete(copy.File + part);
        if (isReplaced) File.Move(backup, copy.File);
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "three" });

        await KillTests.WaitUntilAsync(() => copy.Progress.Any(progress => progress.Message?.Contains("was deleted, moved or replaced", StringComparison.Ordinal) == true));
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT name FROM sqlite_master WHERE name = 'job'").Length == 1 && copy.Query("SELECT title FROM job").Length == 3);
        await copy.AssertEqualAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_data_model_that_cannot_be_read_is_said_and_the_copy_stays()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        using var handler = new BrokenDataModel();
        using JourneyClient client = EmulatedCopy.Connect(copy.Emulator, options => options.Handler = handler);
        var mirror = new DatabaseMirror(client, new SqliteMirrorDatabase(copy.File), new DatabaseMirrorOptions { Time = new FastTime(20) });
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema.Replace(
            "<field name=\"cost\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"cost\"", StringComparison.Ordinal));
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two", ["extra"] = "new" });

        Exception unreadable = await Assert.ThrowsAnyAsync<Exception>(() => mirror.CatchUpAsync().WaitAsync(TimeSpan.FromMinutes(2)));

        Assert.True(unreadable is JourneyApiException, $"{unreadable}");
        Assert.StartsWith("data model failed: ", unreadable.Message, StringComparison.Ordinal);
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        await copy.Mirror().CatchUpAsync();
        Assert.Equal(["|one", "new|two"], copy.Query("SELECT extra, title FROM job ORDER BY title"));
    }

    [Fact]
    public async Task A_value_that_the_driver_refuses_before_it_sends_it_is_a_problem_and_the_rest_is_stored()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "too long", ["crew"] = 1 });
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "good", ["crew"] = 2 });

        await new DatabaseMirror(copy.Client, new RefusingDatabase(copy.File, "too long")).CatchUpAsync();

        Assert.Equal(["|1", "good|2"], copy.Query("SELECT title, crew FROM job ORDER BY crew"));
        Assert.Equal(["title|too long"], copy.Query("SELECT column_name, value FROM _journeyapps_problem WHERE column_name = 'title'"));
    }

    [Fact]
    public async Task Models_that_differ_only_in_case_are_named_and_can_be_left_out()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(
            """
            <data-model><model name="Job" label="J"><field name="title" label="T" type="text" /><display>x</display></model>
            <model name="job" label="J"><field name="title" label="T" type="text" /><display>x</display></model></data-model>
            """);

        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());

        Assert.Contains("'Job'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'job'", refused.Message, StringComparison.Ordinal);
        await copy.Mirror(options => options with { Models = ["job"] }).CatchUpAsync();
        Assert.Single(copy.Query("SELECT table_name FROM _journeyapps_model WHERE phase IS NOT NULL"));
    }

    private sealed class Listener(List<DatabaseMirrorProgress> heard) : IProgress<DatabaseMirrorProgress>
    {
        public void Report(DatabaseMirrorProgress value)
        {
            if (value.Event == DatabaseMirrorEvent.Waiting) heard.Add(value);
        }
    }

    private sealed class BrokenDataModel() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => request.RequestUri!.AbsolutePath.Contains("datamodel", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = request,
                    Content = new StringContent("{\"objects\": [", null, "application/json"),
                })
                : base.SendAsync(request, cancellationToken);
    }
}
