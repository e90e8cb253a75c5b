using System.Diagnostics;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Tool.Tests;

/// <summary><c>journeyapps mirror</c> as a process, with a copy in a PostgreSQL database.</summary>
public sealed class PostgreSqlMirrorTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    private const string Site = "00000000-0000-4000-8000-0000000000aa";

    private static readonly string[] Target = ["--to", "postgresql", "--connection-env", "FIELD_DB"];

    [Fact]
    public async Task The_commands_of_the_page_create_the_copy_and_its_query_has_the_printed_result()
    {
        string database = await server.NewDatabaseAsync();
        CopyPage page = await CopyPage.ReadAsync("postgresql.md");
        Assert.Equal(4, page.Commands.Length);
        (string Name, string Value)[] environment = [.. page.Environment(1), .. page.Environment(2).Select(variable => (variable.Name, database))];
        using TempFolder folder = new();

        using Process emulator = await page.StartEmulatorAsync(folder);
        try
        {
            ToolRun mirror = await ToolRun.Of(folder, environment, "", page.Arguments(3));

            Assert.True(mirror.ExitCode == 0, mirror.Error);
            Assert.Equal(page.Result, string.Join('\n', await QueryAsync(database, page.Query)));
        }
        finally
        {
            emulator.Kill();
        }
    }

    [Fact]
    public async Task A_copy_is_loaded_brought_up_to_date_verified_and_described()
    {
        using TempFolder folder = new();
        string database = await server.NewDatabaseAsync();
        await using JourneyEmulator emulator = await StartAsync();

        ToolRun first = await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        await emulator.SeedAsync("job", $$"""{"id":"00000000-0000-4000-8000-000000000001","title":"Changed","site_id":"{{Site}}"}""");
        ToolRun second = await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        ToolRun verify = await RunAsync(folder, emulator, database, ["mirror", "verify", .. Target]);
        ToolRun plan = await RunAsync(folder, emulator, database, ["mirror", "plan", .. Target, "--all"]);
        ToolRun status = await ToolRun.Of(folder, [("FIELD_DB", database)], "", ["mirror", "status", .. Target, "--json", "--max-lag", "3600"]);
        ToolRun old = await ToolRun.Of(folder, [("FIELD_DB", await AgedAsync(database))], "", ["mirror", "status", .. Target, "--max-lag", "60"]);

        Assert.Equal((0, ""), (first.ExitCode, first.Out));
        Assert.Contains(" is up to date: 3 rows written, ", first.Error, StringComparison.Ordinal);
        Assert.Contains(" is up to date: 1 row written.", second.Error, StringComparison.Ordinal);
        Assert.Equal((0, "3 objects compared, 0 differences."), (verify.ExitCode, verify.Error.Trim()));
        Assert.Equal((0, ""), (plan.ExitCode, plan.Out));
        Assert.Equal(["Changed|Depot", "Door|"], await QueryAsync(database, "SELECT job.title, site.name FROM journeyapps.job LEFT JOIN journeyapps.site ON site.id = job.site_id ORDER BY 1"));
        JsonNode json = JsonNode.Parse(status.Out)!;
        Assert.Equal((0, true, 2), (status.ExitCode, (bool)json["exists"]!, (int)json["models"]![0]!["rows"]!));
        Assert.Equal(1, old.ExitCode);
        Assert.Contains("The copy is more than 60 s behind.", old.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_is_found_and_gone_after_a_reload()
    {
        using TempFolder folder = new();
        string database = await server.NewDatabaseAsync();
        await using JourneyEmulator emulator = await StartAsync();
        await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        await PostgreSqlServer.RunAsync(database, "UPDATE journeyapps.job SET title = 'forged' WHERE title = 'Door'; DELETE FROM journeyapps.site");

        ToolRun verify = await RunAsync(folder, emulator, database, ["mirror", "verify", .. Target]);
        ToolRun unknown = await RunAsync(folder, emulator, database, ["mirror", "reload", .. Target, "--models", "jobs"]);
        ToolRun reload = await RunAsync(folder, emulator, database, ["mirror", "reload", .. Target, "--models", "job,site"]);
        await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        ToolRun after = await RunAsync(folder, emulator, database, ["mirror", "verify", .. Target]);

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("title: Door, in the copy forged", verify.Out, StringComparison.Ordinal);
        Assert.Contains("the row is missing", verify.Out, StringComparison.Ordinal);
        Assert.Equal((3, 0), (unknown.ExitCode, reload.ExitCode));
        Assert.Contains("'jobs'", unknown.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (after.ExitCode, after.Out));
    }

    [Fact]
    public async Task A_view_on_a_column_that_goes_is_named_by_plan_status_and_prune_with_its_SQL()
    {
        using TempFolder folder = new();
        string database = await server.NewDatabaseAsync();
        await using JourneyEmulator emulator = await StartAsync();
        await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        await PostgreSqlServer.RunAsync(database, "CREATE VIEW costs AS SELECT id, cost FROM journeyapps.job");
        await emulator.UpdateSchemaAsync(Schemas.Jobs.Replace("<field name=\"cost\" label=\"Cost\" type=\"number\"/>", "", StringComparison.Ordinal));

        ToolRun plan = await RunAsync(folder, emulator, database, ["mirror", "plan", .. Target, "--all"]);
        await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        ToolRun status = await ToolRun.Of(folder, [("FIELD_DB", database)], "", ["mirror", "status", .. Target]);
        ToolRun kept = await RunAsync(folder, emulator, database, ["mirror", "prune", .. Target]);
        await PostgreSqlServer.RunAsync(database, "DROP VIEW costs");
        ToolRun pruned = await RunAsync(folder, emulator, database, ["mirror", "prune", .. Target]);

        foreach (ToolRun run in (ToolRun[])[plan, status, kept])
        {
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("-- To decide: ", run.Out, StringComparison.Ordinal);
            Assert.Contains("--   DROP VIEW public.costs;", run.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, pruned.ExitCode);
        Assert.Contains("DROP COLUMN \"cost\"", pruned.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SQL_of_a_plan_makes_a_mirror_run_that_may_not_change_tables()
    {
        using TempFolder folder = new();
        string database = await server.NewDatabaseAsync();
        await using JourneyEmulator emulator = await StartAsync();

        ToolRun refused = await RunAsync(folder, emulator, database, ["mirror", .. Target, "--models", "job", "--ddl", "none", "--once"]);
        ToolRun plan = await RunAsync(folder, emulator, database, ["mirror", "plan", .. Target, "--models", "job"]);
        foreach (string statement in plan.Out.Split(";\n", StringSplitOptions.RemoveEmptyEntries)) await PostgreSqlServer.RunAsync(database, statement);
        ToolRun run = await RunAsync(folder, emulator, database, ["mirror", .. Target, "--models", "job", "--ddl", "none", "--once"]);

        Assert.Equal((3, 0), (refused.ExitCode, plan.ExitCode));
        Assert.Contains("CREATE TABLE journeyapps.\"_journeyapps_state\"", refused.Out, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["2"], await QueryAsync(database, "SELECT count(*) FROM journeyapps.job"));
    }

    [Fact]
    public async Task The_copy_of_another_deployment_is_refused_until_it_is_adopted()
    {
        using TempFolder folder = new();
        string database = await server.NewDatabaseAsync();
        await using JourneyEmulator emulator = await StartAsync();
        await RunAsync(folder, emulator, database, ["mirror", .. Target, "--all", "--once"]);
        await using JourneyEmulator other = await JourneyEmulator.StartAsync(Schemas.Jobs, new EmulatorOptions { DeploymentId = "62d541ff9f54b7000706c5ff" });
        await other.SeedAsync("site", """{"name":"Elsewhere"}""");

        ToolRun refused = await RunAsync(folder, other, database, ["mirror", .. Target, "--all", "--once"]);
        ToolRun adopted = await RunAsync(folder, other, database, ["mirror", "adopt", .. Target, "--discard"]);
        ToolRun again = await RunAsync(folder, other, database, ["mirror", .. Target, "--all", "--once"]);

        Assert.Equal((3, 0, 0), (refused.ExitCode, adopted.ExitCode, again.ExitCode));
        Assert.Equal(["Elsewhere"], await QueryAsync(database, "SELECT name FROM journeyapps.site"));
    }

    [Theory]
    [InlineData("postgresql", "no_such_database", 3, "PostgreSQL database 'no_such_database' on 127.0.0.1")]
    [InlineData("postgresql", "", 2, "The connection string names no database. Add 'Database=…'.")]
    [InlineData("sqlserver", "", 2, "The connection string names no database. Add 'Database=…'.")]
    public async Task A_database_that_is_missing_is_one_line_without_the_password(string to, string name, int exitCode, string message)
    {
        using TempFolder folder = new();
        string database = to == "sqlserver"
            ? $"Server=127.0.0.1;User ID=mirror;Password={PostgreSqlServer.Password}"
            : new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync()) { Database = name }.ConnectionString;
        folder.Write("field.connection", database + "\n");

        ToolRun file = await ToolRun.Of(folder, "mirror", "status", "--to", to, "--connection-file", "field.connection");
        ToolRun variable = await ToolRun.Of(folder, [("FIELD_DB", database)], "", "mirror", "status", "--to", to, "--connection-env", "FIELD_DB");

        foreach (ToolRun run in (ToolRun[])[file, variable])
        {
            Assert.Equal(exitCode, run.ExitCode);
            // The file may be readable by others, which is warned about before.
            Assert.StartsWith($"journeyapps mirror status: {message}", run.Error.Trim().Split('\n')[^1], StringComparison.Ordinal);
            Assert.DoesNotContain(PostgreSqlServer.Password, run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("postgresql", "Host=127.0.0.1;Port={0};Database=field;Username=mirror;Password={1}", "PostgreSQL database 'field' on 127.0.0.1:{0}")]
    [InlineData("sqlserver", "Server=127.0.0.1,{0};Database=field;User ID=mirror;Password={1};Connect Timeout=5", "SQL Server database 'field' on 127.0.0.1,{0}")]
    public async Task A_server_that_cannot_be_reached_is_one_line_without_the_password(string to, string connection, string place)
    {
        using TempFolder folder = new();
        string port = $"{ServerProcess.FreePort()}";
        string database = connection.Replace("{0}", port, StringComparison.Ordinal).Replace("{1}", PostgreSqlServer.Password, StringComparison.Ordinal);

        ToolRun run = await ToolRun.Of(folder, [("FIELD_DB", database)], "", "mirror", "status", "--to", to, "--connection-env", "FIELD_DB");

        Assert.Equal(3, run.ExitCode);
        string line = Assert.Single(run.Error.Trim().Split('\n'));
        Assert.StartsWith($"journeyapps mirror status: {place.Replace("{0}", port, StringComparison.Ordinal)} cannot be reached.", line, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, run.Out + run.Error, StringComparison.Ordinal);
    }

    private static async Task<JourneyEmulator> StartAsync()
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", $$"""{"id":"{{Site}}","name":"Depot"}""");
        await emulator.SeedAsync(
            "job",
            $$"""{"id":"00000000-0000-4000-8000-000000000001","title":"Pump","cost":5,"site_id":"{{Site}}"}""",
            """{"id":"00000000-0000-4000-8000-000000000002","title":"Door","tags":["a"]}""");
        return emulator;
    }

    /// <summary>The same database, after its copy was up to date five minutes ago.</summary>
    private static async Task<string> AgedAsync(string database)
    {
        await PostgreSqlServer.RunAsync(database, "UPDATE journeyapps._journeyapps_state SET up_to_date_at = now() - interval '5 minutes'");
        return database;
    }

    private static Task<ToolRun> RunAsync(TempFolder folder, JourneyEmulator emulator, string database, string[] args)
        => ToolRun.Of(
            folder, [("JOURNEYAPPS_TOKEN", emulator.Token), ("FIELD_DB", database)], "", [.. args, "--base-url", emulator.BaseAddress.AbsoluteUri]);

    private static async Task<string[]> QueryAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => FormattableString.Invariant($"{reader.GetValue(i)}"))));
        return [.. rows];
    }
}
