using System.Diagnostics;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Tool.Tests;

/// <summary><c>journeyapps mirror</c> as a process, with a copy in a SQLite file.</summary>
public sealed class MirrorTests
{
    private const string Target = "sqlite:copy.db";

    [Fact]
    public async Task A_copy_is_loaded_brought_up_to_date_verified_and_described()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();

        ToolRun first = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        await emulator.SeedAsync("job", """{"id":"00000000-0000-4000-8000-000000000001","title":"Changed","site_id":"00000000-0000-4000-8000-0000000000aa"}""");
        ToolRun second = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        ToolRun verify = await Transfer.RunAsync(folder, emulator, "mirror", "verify", "--to", Target);
        ToolRun status = await ToolRun.Of(folder, "mirror", "status", "--to", Target, "--json", "--max-lag", "3600");

        Assert.Equal((0, ""), (first.ExitCode, first.Out));
        Assert.Contains("copy.db is up to date: 3 rows written, ", first.Error, StringComparison.Ordinal);
        Assert.Contains("copy.db is up to date: 1 row written.", second.Error, StringComparison.Ordinal);
        Assert.Equal((0, "3 objects compared, 0 differences."), (verify.ExitCode, verify.Error.Trim()));
        Assert.Equal(["Changed|Depot", "Door|"], Query(folder, "SELECT job.title || '|' || coalesce(site.name, '') FROM job LEFT JOIN site ON site.id = job.site_id ORDER BY 1"));
        JsonNode json = JsonNode.Parse(status.Out)!;
        Assert.Equal((0, true, 2), (status.ExitCode, (bool)json["exists"]!, (int)json["models"]![0]!["rows"]!));
    }

    [Fact]
    public async Task A_difference_is_printed_and_exits_with_1()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        Query(folder, "UPDATE job SET title = 'forged' WHERE title = 'Door'; DELETE FROM site");

        ToolRun verify = await Transfer.RunAsync(folder, emulator, "mirror", "verify", "--to", Target);
        await Transfer.RunAsync(folder, emulator, "mirror", "reload", "--to", Target);
        await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        ToolRun after = await Transfer.RunAsync(folder, emulator, "mirror", "verify", "--to", Target);

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("title: Door, in the copy forged", verify.Out, StringComparison.Ordinal);
        Assert.Contains("the row is missing", verify.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), (after.ExitCode, after.Out));
    }

    [Fact]
    public async Task A_plan_is_SQL_that_runs_and_creates_no_file()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();

        ToolRun plan = await Transfer.RunAsync(folder, emulator, "mirror", "plan", "--to", Target, "--models", "job,site");
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "copy*"));
        Query(folder, plan.Out);
        ToolRun none = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--models", "job", "--ddl", "none", "--once");

        Assert.Equal((0, 0), (plan.ExitCode, none.ExitCode));
        Assert.Equal(["2"], Query(folder, "SELECT count(*) FROM job"));
    }

    [Fact]
    public async Task A_view_on_a_column_that_goes_is_named_by_plan_status_and_prune_with_its_SQL()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        Query(folder, "CREATE VIEW costs AS SELECT id, cost FROM job");
        await emulator.UpdateSchemaAsync(Schemas.Jobs.Replace("<field name=\"cost\" label=\"Cost\" type=\"number\"/>", "", StringComparison.Ordinal));

        ToolRun plan = await Transfer.RunAsync(folder, emulator, "mirror", "plan", "--to", Target, "--all");
        await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        ToolRun status = await ToolRun.Of(folder, "mirror", "status", "--to", Target);
        ToolRun kept = await Transfer.RunAsync(folder, emulator, "mirror", "prune", "--to", Target);
        Query(folder, "DROP VIEW costs");
        ToolRun pruned = await Transfer.RunAsync(folder, emulator, "mirror", "prune", "--to", Target);

        foreach (ToolRun run in (ToolRun[])[plan, status, kept])
        {
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("-- To decide: ", run.Out, StringComparison.Ordinal);
            Assert.Contains("--   DROP VIEW \"costs\";", run.Out, StringComparison.Ordinal);
            Assert.Contains("--   CREATE VIEW costs AS SELECT id, cost FROM job;", run.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, pruned.ExitCode);
        Assert.Contains("DROP COLUMN \"cost\"", pruned.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_of_another_deployment_is_refused_until_it_is_adopted()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");
        await using JourneyEmulator other = await JourneyEmulator.StartAsync(Schemas.Jobs, new EmulatorOptions { DeploymentId = "62d541ff9f54b7000706c5ff" });
        await other.SeedAsync("site", """{"name":"Elsewhere"}""");

        ToolRun refused = await Transfer.RunAsync(folder, other, "mirror", "--to", Target, "--all", "--once");
        ToolRun adopted = await Transfer.RunAsync(folder, other, "mirror", "adopt", "--to", Target, "--discard");
        ToolRun again = await Transfer.RunAsync(folder, other, "mirror", "--to", Target, "--all", "--once");

        Assert.Equal((3, 0, 0), (refused.ExitCode, adopted.ExitCode, again.ExitCode));
        Assert.Single(refused.Error.Trim().Split('\n'), line => line.StartsWith("journeyapps mirror: ", StringComparison.Ordinal));
        Assert.Equal(["Elsewhere"], Query(folder, "SELECT name FROM site"));
    }

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    public async Task A_mirror_that_follows_ends_cleanly_on_a_signal_and_resumes(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that a test could send.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        using Process process = Transfer.Start(folder, emulator, "mirror", "--to", Target, "--all", "--deletes", "mark");
        List<string> lines = [];
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("up to date: 3 rows written", StringComparison.Ordinal)) break;
        }

        await emulator.SeedAsync("site", """{"name":"Yard"}""");
        await Transfer.UntilAsync(() => Query(folder, "SELECT count(*) FROM site")[0] == "2");
        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        string rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, "journeyapps mirror: stopped. Run the same command again to resume."), (process.ExitCode, rest.Trim()));
        ToolRun again = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--deletes", "mark", "--once");
        Assert.Contains("is up to date: 0 rows written.", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_worker_on_a_file_waits_and_a_job_beside_it_ends_when_the_copy_is_up_to_date()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        using Process process = Transfer.Start(folder, emulator, "mirror", "--to", Target, "--all");
        try
        {
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("up to date", StringComparison.Ordinal))
            {
            }

            ToolRun job = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--all", "--once");

            Assert.Equal(0, job.ExitCode);
            Assert.Contains("Another worker writes to the copy", job.Error, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Files_are_stored_in_the_folder()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        folder.Write("job.jsonl", """{"id":"00000000-0000-4000-8000-000000000003","title":"Photo","photo_id":"x1"}""");
        folder.Write("files/job/x1/pump.jpg", "a picture");
        Assert.Equal(0, (await Transfer.RunAsync(folder, emulator, "import", "job.jsonl", "--attachments", "files")).ExitCode);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--models", "job", "--files", "photos", "--once");

        Assert.Equal(0, run.ExitCode);
        string[] files = Directory.GetFiles(folder.File("photos"), "*", SearchOption.AllDirectories);
        Assert.Equal("a picture", File.ReadAllText(Assert.Single(files)));
    }

    [Fact]
    public async Task Events_are_lines_of_JSON_and_nothing_else()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();

        ToolRun run = await Transfer.RunAsync(folder, emulator, "mirror", "--to", Target, "--models", "site,job", "--history", "job", "--once", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonNode[] events = [.. run.Out.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(3, events.Sum(value => (long?)value["rows"] ?? 0));
        Assert.Equal("up-to-date", (string)events[^1]["event"]!);
        Assert.Equal(["2"], Query(folder, "SELECT count(*) FROM _job_history"));
    }

    [Fact]
    public async Task On_a_terminal_bars_are_shown_and_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no pseudo-terminal.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        emulator.Faults.Add(Fault.Delay(TimeSpan.FromMilliseconds(700)) with { Route = EmulatorRoute.Query, Times = null });
        emulator.Faults.Add(Fault.Delay(TimeSpan.FromMilliseconds(700)) with { Route = EmulatorRoute.List, Times = null });
        (string, string)[] environment = [("JOURNEYAPPS_BASE_URL", emulator.BaseAddress.AbsoluteUri), ("JOURNEYAPPS_TOKEN", emulator.Token)];

        using Process process = ToolRun.StartInTerminal(folder, environment, $"mirror --to {Target} --all --once");
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("copy.db is up to date: 3 rows written", await File.ReadAllTextAsync(folder.File("terminal"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite", "CREATE TABLE \"job\" (")]
    [InlineData("postgresql", "CREATE TABLE journeyapps.\"job\" (")]
    [InlineData("sqlserver", "CREATE TABLE journeyapps.[job] (")]
    public async Task The_tables_are_shown_as_SQL_without_a_deployment(string dialect, string expected)
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Schemas.Jobs);

        ToolRun run = await ToolRun.Of(folder, "show", "--format", "sql", "--dialect", dialect, "--model", "job");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"site\" (", run.Out, StringComparison.Ordinal);
        if (dialect == "sqlite") Query(folder, run.Out);
    }

    private static async Task<JourneyEmulator> StartAsync()
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", """{"id":"00000000-0000-4000-8000-0000000000aa","name":"Depot"}""");
        await emulator.SeedAsync(
            "job",
            """{"id":"00000000-0000-4000-8000-000000000001","title":"Pump","cost":5,"site_id":"00000000-0000-4000-8000-0000000000aa"}""",
            """{"id":"00000000-0000-4000-8000-000000000002","title":"Door","tags":["a"]}""");
        await emulator.SeedAsync("job", """{"id":"00000000-0000-4000-8000-000000000001","title":"Pump","site_id":"00000000-0000-4000-8000-0000000000aa"}""");
        return emulator;
    }

    private static List<string> Query(TempFolder folder, string sql)
    {
        using SqliteConnection connection = new($"Data Source={folder.File("copy.db")};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        List<string> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
