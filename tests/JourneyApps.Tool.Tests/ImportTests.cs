using System.Diagnostics;
using System.Globalization;
using System.Text;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class ImportTests
{
    private const int Rows = 3500;

    [Fact]
    public async Task Lines_of_json_become_objects()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", """
            {"id":"9913706a-179b-41e2-aaff-0026189d9dc0","title":"Replace pump","state":{"key":"busy","display":"In progress"},"tags":["a","b;c"],"where":{"latitude":0,"longitude":-18.5}}
            {"title":"","cost":12.5,"due":"2026-12-01","billable":false}
            """);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.jsonl");

        Assert.Equal((0, "job: 2 rows: 2 written, 0 already existed, 0 rejected."), (run.ExitCode, run.Error.Trim()));
        IReadOnlyList<StoredObject> jobs = await emulator.ObjectsAsync("job");
        Assert.Equal("9913706a-179b-41e2-aaff-0026189d9dc0", jobs[0].Id);
        Assert.Contains("\"state\":\"busy\"", jobs[0].Json, StringComparison.Ordinal);
        Assert.Contains("\"tags\":[\"a\",\"b;c\"]", jobs[0].Json, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"\"", jobs[1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_a_file_twice_makes_nothing_twice_also_without_ids()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.csv", "title\r\nA\r\nB\r\n");

        await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        ToolRun again = await Transfer.RunAsync(folder, emulator, "import", "job.csv");

        Assert.Equal("job: 2 rows: 0 written, 2 already existed, 0 rejected.", again.Error.Trim());
        Assert.Equal(2, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_key_of_another_system_finds_its_object_again()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("first.csv", "title,cost\r\nSO-1,1\r\nSO-2,2\r\n");
        folder.Write("second.csv", "title,cost\r\nSO-2,22\r\nSO-1,\r\n");

        await Transfer.RunAsync(folder, emulator, "import", "first.csv", "--model", "job", "--key", "title");
        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "second.csv", "--model", "job", "--key", "title", "--mode", "update");

        Assert.Equal("job: 2 rows: 2 written, 0 already existed, 0 rejected.", run.Error.Trim());
        IReadOnlyList<StoredObject> jobs = await emulator.ObjectsAsync("job");
        Assert.Equal(2, jobs.Count);
        Assert.DoesNotContain("cost", jobs.Single(job => job.Json.Contains("SO-1", StringComparison.Ordinal)).Json, StringComparison.Ordinal);
        Assert.Contains("\"cost\":22", jobs.Single(job => job.Json.Contains("SO-2", StringComparison.Ordinal)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_are_told_with_their_lines_and_the_others_are_written()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.csv", "id,title,state,cost,due\r\n,good,new,1.5,2026-12-01\r\n,bad cost,new,\"1,5\",\r\n,bad option,gone,,\r\n,too few\r\nNOT-AN-ID,x,new,,\r\n");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3: column 'cost': a number with a decimal point was expected, not '1,5'", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 4: INVALID_VALUE: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: it has 2 cells, but the header has 5", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 6: 'NOT-AN-ID' is not an id", run.Error, StringComparison.Ordinal);
        Assert.Contains("5 rows: 1 written, 0 already existed, 4 rejected.", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_column_that_the_model_does_not_have_stops_before_anything_is_written()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.csv", "title,colour\r\nA,red\r\n");

        ToolRun refused = await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        ToolRun ignored = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--ignore-unknown");

        Assert.Equal((3, 0), (refused.ExitCode, ignored.ExitCode));
        Assert.Contains("job has no 'colour'. It has: title, state", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task An_import_whose_answers_were_lost_goes_on_without_loss_or_duplicates()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        WriteRows(folder);
        emulator.Faults.Add(Fault.ResetAfter() with { Route = EmulatorRoute.Batch, Skip = 1, Times = 4 });

        ToolRun stopped = await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        long then = await emulator.CountAsync("job");
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "import", "job.csv");

        Assert.Equal(3, stopped.ExitCode);
        Assert.Contains("Run the same command again to resume.", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(2000, then);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("resuming after line 1001", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("job: 3,500 rows: 2,500 written, 1,000 already existed, 0 rejected.", resumed.Error, StringComparison.Ordinal);
        await AssertEveryRowOnceAsync(emulator);
        Assert.False(File.Exists(folder.File("job.csv.progress")));
    }

    [Fact]
    public async Task An_import_that_was_killed_goes_on_without_loss_or_duplicates()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        WriteRows(folder);
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Batch, Skip = 2 });
        using (Process process = Transfer.Start(folder, emulator, "import", "job.csv"))
        {
            await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "import", "job.csv");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("resuming after line 2001", resumed.Error, StringComparison.Ordinal);
        await AssertEveryRowOnceAsync(emulator);
    }

    [Fact]
    public async Task A_file_that_changed_is_not_gone_on_with()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        WriteRows(folder);
        emulator.Faults.Add(Fault.Status(500) with { Route = EmulatorRoute.Batch, Skip = 1, Times = 4 });
        await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        folder.Write("job.csv", "title\r\nother\r\n");

        ToolRun refused = await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        ToolRun restarted = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--restart");

        Assert.Equal((2, 0), (refused.ExitCode, restarted.ExitCode));
        Assert.Contains("--restart", refused.Error, StringComparison.Ordinal);
    }

    private static void WriteRows(TempFolder folder)
    {
        StringBuilder text = new("title\r\n");
        for (int row = 0; row < Rows; row++) text.Append(CultureInfo.InvariantCulture, $"row {row}\r\n");
        folder.Write("job.csv", text.ToString());
    }

    private static async Task AssertEveryRowOnceAsync(JourneyEmulator emulator)
    {
        IReadOnlyList<StoredObject> jobs = await emulator.ObjectsAsync("job");
        Assert.Equal(Rows, jobs.Count);
        Assert.Equal(Rows, jobs.Select(job => job.Json).Distinct().Count());
    }
}
