using System.Globalization;
using System.Text;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Records;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

/// <summary>What a person does with a copy, and what a mirror says about bad input.</summary>
public class OperationTests
{
    [Fact]
    public async Task The_plan_for_an_empty_database_is_exactly_what_runs()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        MirrorPlan plan = await copy.Mirror().PlanAsync();
        Assert.Empty(copy.Query("SELECT name FROM sqlite_master"));
        foreach (MirrorPlanStep step in plan.Steps) copy.Run(step.Statement);
        string[] planned = copy.Query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        await using EmulatedCopy other = await EmulatedCopy.StartAsync();
        await other.Mirror().CatchUpAsync();
        Assert.Equal(planned, other.Query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"));
        Assert.Equal(["job", "site"], plan.LoadedModels.Order());
    }

    [Fact]
    public async Task A_mirror_that_must_not_change_tables_runs_on_the_planned_ones()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        DatabaseMirror mirror = copy.Mirror(options => options with { Ddl = MirrorDdl.None });
        DatabaseMirrorException missing = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync());
        Assert.Contains(missing.Statements, statement => statement.Contains("_journeyapps_state", StringComparison.Ordinal));
        foreach (MirrorPlanStep step in (await mirror.PlanAsync()).Steps) copy.Run(step.Statement);
        await mirror.CatchUpAsync();
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));

        // A new field: the mirror waits for the statement and says which one.
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema.Replace(
            "<field name=\"cost\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"cost\"", StringComparison.Ordinal));
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two", ["extra"] = "new" });
        Task catchUp = mirror.CatchUpAsync();
        await KillTests.WaitUntilAsync(() => copy.Progress.Any(progress => progress.Event == DatabaseMirrorEvent.WaitingForTables));
        string statement = Assert.Single(copy.Progress.Last(progress => progress.Event == DatabaseMirrorEvent.WaitingForTables).Statements);
        copy.Run(statement);
        await catchUp.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["|one", "new|two"], copy.Query("SELECT extra, title FROM job ORDER BY title"));
    }

    [Fact]
    public async Task Prune_drops_what_is_gone_and_keeps_what_a_view_uses()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        copy.Run("CREATE VIEW money AS SELECT cost FROM job");
        string less = EmulatedCopy.Schema
            .Replace("<field name=\"cost\" label=\"Cost\" type=\"number\" />", "", StringComparison.Ordinal)
            .Replace("<field name=\"crew\" label=\"Crew\" type=\"integer\" />", "", StringComparison.Ordinal);
        await copy.Emulator.UpdateSchemaAsync(less);
        MirrorPlan before = await mirror.PlanAsync();
        Assert.Equal("cost", Assert.Single(before.Decisions).Column);
        await mirror.CatchUpAsync();
        Assert.Equal("view \"money\"", (await mirror.GetStatusAsync()).Decisions.Single().UsedBy.Select(user => $"{user.Kind} {user.Name}").Single());

        MirrorPlan pruned = await mirror.PruneAsync();
        Assert.Equal(["ALTER TABLE \"job\" DROP COLUMN \"crew\""], pruned.Steps.Select(step => step.Statement));
        MirrorDecision kept = Assert.Single(pruned.Decisions);
        Assert.Equal("cost", kept.Column);
        copy.Run(kept.UsedBy[0].DropText);
        Assert.Single((await mirror.PruneAsync()).Steps);
        Assert.Empty((await mirror.GetStatusAsync()).Retired);
        await mirror.CatchUpAsync();
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task A_mirror_that_may_drop_does_so_at_once_unless_a_view_uses_it()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror(options => options with { Ddl = MirrorDdl.All });
        await mirror.CatchUpAsync();
        copy.Run("CREATE VIEW money AS SELECT cost FROM job");
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema
            .Replace("<field name=\"cost\" label=\"Cost\" type=\"number\" />", "", StringComparison.Ordinal)
            .Replace("<field name=\"crew\" label=\"Crew\" type=\"integer\" />", "", StringComparison.Ordinal));
        await mirror.CatchUpAsync();
        Assert.Equal(["cost"], (await mirror.GetStatusAsync()).Retired.Select(column => column.Column));
        Assert.Equal(["0"], copy.Query("SELECT count(*) FROM pragma_table_info('job') WHERE name = 'crew'"));
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task A_removed_model_keeps_its_table_until_it_is_pruned_and_can_come_back()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("site").CreateAsync(new JourneyRecord("site") { ["name"] = "Harbour" });
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        string less = EmulatedCopy.Schema[..EmulatedCopy.Schema.IndexOf("<model name=\"site\"", StringComparison.Ordinal)]
            + EmulatedCopy.Schema[EmulatedCopy.Schema.IndexOf("<model name=\"job\"", StringComparison.Ordinal)..]
                .Replace("<belongs-to model=\"site\" />", "", StringComparison.Ordinal);
        await copy.Emulator.UpdateSchemaAsync(less);
        await mirror.CatchUpAsync();
        Assert.Equal(["Harbour"], copy.Query("SELECT name FROM site"));
        Assert.NotNull((await mirror.GetStatusAsync()).Models.Single(model => model.Model == "site").RetiredAt);
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema);
        await mirror.CatchUpAsync();
        Assert.Null((await mirror.GetStatusAsync()).Models.Single(model => model.Model == "site").RetiredAt);
        await copy.AssertEqualAsync();

        await copy.Emulator.UpdateSchemaAsync(less);
        await mirror.CatchUpAsync();
        Assert.Contains("DROP TABLE \"site\"", (await mirror.PruneAsync()).Steps.Select(step => step.Statement));
        Assert.Empty(copy.Query("SELECT name FROM sqlite_master WHERE name = 'site'"));
    }

    [Fact]
    public async Task The_copy_of_another_deployment_is_refused_until_it_is_adopted()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        await using EmulatedCopy other = await EmulatedCopy.StartAsync(server: options => options with { DeploymentId = "5fffffffffffffffffffffff" });
        await other.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "two" });
        var mirror = new DatabaseMirror(other.Client, new SqliteMirrorDatabase(copy.File));
        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.CatchUpAsync());
        Assert.Contains("another deployment", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        await mirror.AdoptAsync(MirrorAdoption.Discard);
        await mirror.CatchUpAsync();
        Assert.Equal(["two"], copy.Query("SELECT title FROM job"));
    }

    [Fact]
    public async Task A_running_worker_loads_again_what_it_is_asked_for()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        DatabaseMirror worker = copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(2) });
        using var stop = new CancellationTokenSource();
        Task run = worker.RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => copy.Progress.Any(progress => progress.Event == DatabaseMirrorEvent.UpToDate));
        copy.Run("DELETE FROM job");
        await copy.Mirror().ReloadAsync(["job"]);
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT title FROM job").Length == 1);
        await Assert.ThrowsAsync<ArgumentException>(() => copy.Mirror().ReloadAsync(["unknown"]));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False((await copy.Mirror().GetStatusAsync()).HasOwner);
    }

    [Fact]
    public async Task A_table_of_that_name_that_is_not_the_mirrors_stays_as_it_is()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        copy.Run("CREATE TABLE job (mine TEXT)");
        copy.Run("INSERT INTO job VALUES ('kept')");
        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());
        Assert.Contains("'job'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["kept"], copy.Query("SELECT mine FROM job"));
        await copy.Mirror(options => options with { Models = ["site"] }).CatchUpAsync();
    }

    [Theory]
    [InlineData("CREATE VIEW job AS SELECT 1 AS mine")]
    [InlineData("CREATE TABLE mine (x TEXT); CREATE INDEX Job ON mine (x)")]
    public async Task A_view_or_index_with_the_name_of_a_model_is_named_before_anything_runs(string mine)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        copy.Run(mine);
        MirrorDecision decision = Assert.Single((await copy.Mirror().PlanAsync()).Decisions);
        Assert.Equal("job", decision.Model);
        DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());
        Assert.Equal(decision.Message, refused.Message);
        await copy.Mirror(options => options with { Models = ["site"] }).CatchUpAsync();
    }

    [Fact]
    public async Task A_copy_of_a_newer_version_is_neither_read_nor_changed()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        copy.Run("UPDATE _journeyapps_state SET format = format + 1");
        Func<Task>[] calls =
        [
            () => mirror.CatchUpAsync(), () => mirror.PlanAsync(), () => mirror.GetStatusAsync(), () => mirror.VerifyAsync(),
            () => mirror.ReloadAsync(["job"]), () => mirror.PruneAsync(), () => mirror.AdoptAsync(MirrorAdoption.Discard),
        ];
        foreach (Func<Task> call in calls)
        {
            DatabaseMirrorException refused = await Assert.ThrowsAsync<DatabaseMirrorException>(call);
            Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Progress_that_cannot_be_read_is_said_with_the_statement_that_begins_anew()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        copy.Run("UPDATE _journeyapps_state SET checkpoint = 'nonsense'");
        DatabaseMirrorException unreadable = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());
        Assert.Contains(copy.File, unreadable.Message, StringComparison.Ordinal);

        copy.Run(Assert.Single(unreadable.Statements));

        await copy.Mirror().CatchUpAsync();
        await copy.AssertEqualAsync();
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_named()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirrorException folder = await Assert.ThrowsAsync<DatabaseMirrorException>(
            () => new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(copy.Folder)).CatchUpAsync());
        Assert.Contains("is a folder", folder.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_and_a_folder_that_is_not_there_are_named()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await File.WriteAllTextAsync(copy.File, new string('x', 5_000));
        DatabaseMirrorException rubbish = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());
        Assert.Contains(copy.File, rubbish.Message, StringComparison.Ordinal);
        string nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "copy.db");
        DatabaseMirrorException missing = await Assert.ThrowsAsync<DatabaseMirrorException>(
            () => new DatabaseMirror(copy.Client, new SqliteMirrorDatabase(nowhere)).CatchUpAsync());
        Assert.Equal(DatabaseFault.NoDatabase, missing.Fault);
        Assert.Contains(nowhere, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_reads_a_copy_does_not_create_the_file_of_one()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();

        Assert.False((await mirror.GetStatusAsync()).Exists);
        Assert.Equal(["job", "site"], (await mirror.PlanAsync()).LoadedModels.Order());
        DatabaseMirrorException missing = await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.VerifyAsync());

        Assert.Equal(DatabaseFault.NoDatabase, missing.Fault);
        await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.ReloadAsync());
        await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.PruneAsync());
        await Assert.ThrowsAsync<DatabaseMirrorException>(() => mirror.AdoptAsync(MirrorAdoption.Keep));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(copy.File)!));
    }

    [Fact]
    public async Task A_history_of_a_model_that_the_deployment_does_not_have_is_named()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();

        DatabaseMirrorException unknown = await Assert.ThrowsAsync<DatabaseMirrorException>(
            () => copy.Mirror(options => options with { History = ["jobs"] }).CatchUpAsync());

        Assert.Contains("'jobs'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("'jobs'", (await copy.Mirror(options => options with { History = ["jobs"] }).PlanAsync()).Decisions.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mirror_that_waits_for_a_lock_on_a_table_says_when_it_tries_again()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema.Replace(
            "<field name=\"cost\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"cost\"", StringComparison.Ordinal));
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["extra"] = "new" });
        Task catchUp;
        using (SqliteConnection other = copy.Open())
        {
            int before = copy.Progress.Count;
            catchUp = mirror.CatchUpAsync();
            await KillTests.WaitUntilAsync(() => copy.Progress.Skip(before).Any(progress => progress.Event == DatabaseMirrorEvent.TookOver));
            using SqliteTransaction locked = other.BeginTransaction();
            await KillTests.WaitUntilAsync(() => copy.Progress.Any(progress => progress.Event == DatabaseMirrorEvent.Retrying));
        }

        await catchUp.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.All(copy.Progress.Where(progress => progress.Event == DatabaseMirrorEvent.Retrying), progress =>
        {
            Assert.NotNull(progress.RetryAfter);
            Assert.DoesNotContain("tries again", progress.Message, StringComparison.Ordinal);
        });
        Assert.Equal(["new"], copy.Query("SELECT extra FROM job"));
    }

    [Fact]
    public async Task A_trigger_of_yours_keeps_a_column_also_if_it_has_the_table_in_other_letters()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        copy.Run("CREATE TRIGGER costs AFTER UPDATE OF COST ON JOB BEGIN SELECT 1; END");
        await copy.Emulator.UpdateSchemaAsync(EmulatedCopy.Schema.Replace("<field name=\"cost\" label=\"Cost\" type=\"number\" />", "", StringComparison.Ordinal));
        await mirror.CatchUpAsync();

        MirrorPlan pruned = await mirror.PruneAsync();

        Assert.Empty(pruned.Steps);
        Assert.Equal("trigger \"costs\"", Assert.Single(pruned.Decisions).UsedBy.Select(user => $"{user.Kind} {user.Name}").Single());
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData(";Default Timeout=77", 77)]
    [InlineData(";Command Timeout=77", 77)]
    public async Task A_lock_is_waited_for_5_seconds_unless_the_connection_string_says_otherwise(string more, int seconds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("Default Timeout");
        SqliteMirrorDatabase database = new($"Data Source={Path.Combine(folder.FullName, "copy.db")}{more}");

        await using (var connection = (SqliteConnection)await database.OpenAsync(default)) Assert.Equal(seconds, connection.DefaultTimeout);

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=;Cache=Shared")]
    [InlineData("Nonsense=1")]
    [InlineData("Data Source=x;Mode=Memory")]
    public void What_names_no_file_is_refused(string text) => Assert.Throws<ArgumentException>(() => new SqliteMirrorDatabase(text));

    [Fact]
    public async Task A_model_that_the_deployment_does_not_have_is_named()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(
            () => copy.Mirror(options => options with { Models = ["jobs"] }).CatchUpAsync());
        Assert.Contains("'jobs'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_shown_has_a_password()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        var database = new SqliteMirrorDatabase($"Data Source={copy.File};Password=swordfish");
        Assert.Equal(copy.File, database.ToString());
        DatabaseMirrorException fault = await Assert.ThrowsAsync<DatabaseMirrorException>(
            () => new DatabaseMirror(copy.Client, database).CatchUpAsync());
        Assert.DoesNotContain("swordfish", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_200_models_with_one_of_300_fields_and_long_names_is_copied()
    {
        string longName = "a" + new string('b', 69);
        var schema = new StringBuilder("<data-model>");
        for (int model = 0; model < 200; model++)
        {
            schema.Append(CultureInfo.InvariantCulture, $"<model name=\"m{model}\" label=\"M\">");
            int fields = model == 7 ? 300 : 3;
            for (int field = 0; field < fields; field++)
                schema.Append(CultureInfo.InvariantCulture, $"<field name=\"f{field}\" label=\"F\" type=\"text\" />");
            schema.Append("<display>{f0}</display></model>");
        }

        schema.Append(CultureInfo.InvariantCulture, $"<model name=\"{longName}\" label=\"L\"><field name=\"{longName}\" label=\"L\" type=\"text\" /><display>x</display></model></data-model>");
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(schema.ToString());
        var wide = new JourneyRecord("m7");
        for (int field = 0; field < 300; field++) wide[$"f{field}"] = $"value {field}";
        await copy.Client.Objects("m7").CreateAsync(wide);
        await copy.Client.Objects(longName).CreateAsync(new JourneyRecord(longName) { [longName] = "long" });
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        Assert.Equal(201, (await mirror.GetStatusAsync()).Models.Count);
        Assert.Equal(["value 299"], copy.Query("SELECT f299 FROM m7"));
        string table = Assert.Single(copy.Query($"SELECT table_name FROM _journeyapps_model WHERE model = '{longName}'"));
        string column = Assert.Single(copy.Query($"SELECT column_name FROM _journeyapps_field WHERE field = '{longName}'"));
        Assert.All([table, column], name => Assert.InRange(name.Length, 1, 63));
        Assert.Equal(["long"], copy.Query($"SELECT \"{column}\" FROM \"{table}\""));
        wide["f299"] = "changed";
        await copy.Client.Objects("m7").UpdateAsync(wide);
        await mirror.CatchUpAsync();
        Assert.InRange(int.Parse(copy.Query("SELECT length(checkpoint) FROM _journeyapps_state")[0], CultureInfo.InvariantCulture), 1, 4_000);
        await copy.AssertEqualAsync();
    }
}
