using System.Collections.Concurrent;
using System.Diagnostics;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Tests;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Copies;

/// <summary>Rights, locks and names that are in the way.</summary>
public sealed class RightsTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private static string WithField(string name) => EmulatedCopy.Schema.Replace("<field name=\"cost\"", $"<field name=\"{name}\" label=\"More\" type=\"text\" /><field name=\"cost\"", StringComparison.Ordinal);

    [Fact]
    public async Task Without_the_right_to_create_tables_the_error_has_the_SQL_for_an_administrator()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        string user = await NewUserAsync(copy);

        DatabaseMirrorException error = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror(connectionString: user).CatchUpAsync());

        Assert.Equal(DatabaseFault.NoRights, error.Fault);
        Assert.DoesNotContain(PostgreSqlServer.Password, $"{error}", StringComparison.Ordinal);
        string name = new NpgsqlConnectionStringBuilder(user).Username!;
        Assert.Contains($"GRANT USAGE, CREATE ON SCHEMA journeyapps TO \"{name}\"", error.Statements);
        foreach (string statement in error.Statements.Where(statement => statement.StartsWith("GRANT USAGE", StringComparison.Ordinal) || statement.StartsWith("CREATE SCHEMA", StringComparison.Ordinal)))
            await copy.RunAsync(statement);
        await copy.Mirror(connectionString: user).CatchUpAsync();
        Assert.Equal(["one"], await copy.QueryAsync("SELECT title FROM job"));
    }

    [Fact]
    public async Task A_mirror_that_must_not_change_tables_needs_no_right_to_and_waits_for_a_new_column()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        await copy.Mirror().CatchUpAsync();
        string user = await NewUserAsync(copy);
        await copy.RunAsync($"GRANT USAGE ON SCHEMA journeyapps TO {new NpgsqlConnectionStringBuilder(user).Username}; "
            + $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA journeyapps TO {new NpgsqlConnectionStringBuilder(user).Username}");
        DatabaseMirror poor = copy.Mirror(options => options with { Ddl = MirrorDdl.None }, user);
        await copy.CreateAsync("job", ("title", "two"));
        await poor.CatchUpAsync();
        Assert.Equal(["one", "two"], await copy.QueryAsync("SELECT title FROM job ORDER BY title"));

        await copy.Emulator.UpdateSchemaAsync(WithField("more"));
        await copy.CreateAsync("job", ("title", "three"), ("more", "new"));
        Task waiting = poor.CatchUpAsync();
        await WaitForAsync(() => Missing(copy).Any() || waiting.IsCompleted);
        string statement = Assert.Single(Missing(copy).First());
        Assert.Equal("ALTER TABLE journeyapps.\"job\" ADD COLUMN \"more\" text", statement);
        await copy.RunAsync(statement);
        await waiting.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["three|new"], await copy.QueryAsync("SELECT title, more FROM job WHERE more IS NOT NULL"));
    }

    [Theory]
    [InlineData("CREATE TABLE journeyapps.job (mine integer)")]
    [InlineData("CREATE VIEW journeyapps.job AS SELECT 1 AS mine")]
    public async Task A_table_or_view_of_yours_with_the_name_of_a_model_is_not_touched(string mine)
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.RunAsync($"CREATE SCHEMA journeyapps; {mine}");

        DatabaseMirrorException error = await Assert.ThrowsAsync<DatabaseMirrorException>(() => copy.Mirror().CatchUpAsync());

        Assert.Equal(DatabaseFault.AlreadyExists, error.Fault);
        Assert.Contains("'job'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["mine"], await copy.QueryAsync("SELECT attname FROM pg_attribute WHERE attrelid = 'journeyapps.job'::regclass AND attnum > 0"));
    }

    // A waiting change blocks all readers that come after it, so it waits 3 seconds and is tried again.
    [Fact]
    public async Task A_long_report_does_not_let_readers_wait_long_while_a_field_is_added()
    {
        var report = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("FULL") == "1" ? 60 : 12);
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        await copy.Emulator.UpdateSchemaAsync(WithField("more"));
        await copy.CreateAsync("job", ("title", "two"), ("more", "new"));

        await using NpgsqlConnection session = new(new NpgsqlConnectionStringBuilder(copy.ConnectionString) { ApplicationName = "monthly report" }.ConnectionString);
        await session.OpenAsync();
        await using NpgsqlTransaction reading = await session.BeginTransactionAsync();
        await using (NpgsqlCommand select = new("SELECT count(*) FROM journeyapps.job", session)) await select.ExecuteScalarAsync();
        Task running = mirror.CatchUpAsync();
        TimeSpan longest = default;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < report; await Task.Delay(50))
        {
            long asked = Stopwatch.GetTimestamp();
            await copy.QueryAsync("SELECT count(*) FROM job");
            TimeSpan waited = Stopwatch.GetElapsedTime(asked);
            if (waited > longest) longest = waited;
        }

        Assert.False(running.IsCompleted);
        await reading.RollbackAsync();
        await running.WaitAsync(TimeSpan.FromMinutes(2));

        output.WriteLine($"a report of {report.TotalSeconds} s let readers wait at most {longest.TotalSeconds:0.0} s");
        // 3 s on a machine that has nothing else to do.
        Assert.InRange(longest, TimeSpan.FromSeconds(1), report * 0.75);
        Assert.Contains(copy.Progress, progress => progress.Event == DatabaseMirrorEvent.Retrying && progress.Message!.Contains("monthly report", StringComparison.Ordinal));
        Assert.Equal(["one|", "two|new"], await copy.QueryAsync("SELECT title, more FROM job ORDER BY title"));
    }

    [Fact]
    public async Task An_index_whose_creation_was_interrupted_is_created_again()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        DatabaseMirror mirror = copy.Mirror();
        await mirror.CatchUpAsync();
        await copy.RunAsync("UPDATE journeyapps._journeyapps_field SET is_indexed = false; UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'journeyapps._job_site_id_index'::regclass");
        await copy.CreateAsync("job", ("title", "two"));

        await mirror.CatchUpAsync();

        Assert.Equal(["True"], await copy.QueryAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = 'journeyapps._job_site_id_index'::regclass"));
    }

    [Fact]
    public async Task No_message_has_the_password()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync(server);
        await copy.CreateAsync("job", ("title", "one"));
        // Activities of other tests that run at the same time are heard too, on their threads.
        ConcurrentQueue<string> texts = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => texts.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(at => at.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);

        await copy.Mirror().CatchUpAsync();
        foreach (Action<NpgsqlConnectionStringBuilder> change in (Action<NpgsqlConnectionStringBuilder>[])[settings => settings.Database = "no_such_database", settings => settings.Username = "nobody"])
        {
            NpgsqlConnectionStringBuilder settings = new(copy.ConnectionString) { Pooling = false };
            change(settings);
            DatabaseMirror wrong = copy.Mirror(connectionString: settings.ConnectionString);
            texts.Enqueue($"{await Assert.ThrowsAsync<DatabaseMirrorException>(() => wrong.CatchUpAsync())}");
            texts.Enqueue($"{await Assert.ThrowsAsync<DatabaseMirrorException>(() => wrong.GetStatusAsync())}");
        }

        texts.Enqueue($"{await copy.Mirror().GetStatusAsync()} {new PostgreSqlMirrorDatabase(copy.ConnectionString)}");
        foreach (DatabaseMirrorProgress progress in copy.Progress) texts.Enqueue($"{progress} {progress.Message}");
        Assert.Contains(texts, text => text.Contains("no_such_database", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains(PostgreSqlServer.Password, StringComparison.Ordinal));
    }

    private static IEnumerable<IReadOnlyList<string>> Missing(EmulatedCopy copy)
        => copy.Progress.Where(progress => progress.Event == DatabaseMirrorEvent.WaitingForTables).Select(progress => progress.Statements);

    private static async Task<string> NewUserAsync(EmulatedCopy copy)
    {
        string name = $"poor_{Guid.NewGuid():N}";
        await copy.RunAsync($"CREATE ROLE {name} LOGIN PASSWORD '{PostgreSqlServer.Password}'");
        return new NpgsqlConnectionStringBuilder(copy.ConnectionString) { Username = name, Pooling = false }.ConnectionString;
    }

    private static async Task WaitForAsync(Func<bool> isTrue)
    {
        for (long start = Stopwatch.GetTimestamp(); !isTrue(); await Task.Delay(20))
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), "It did not happen within 2 minutes.");
    }
}
