using System.Data.Common;
using System.Diagnostics;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Errors of the server, as it really sends them.</summary>
public sealed class FaultTests(PostgreSqlServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_stands_still_in_a_step_loses_its_locks_after_the_lease()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.UpsertAsync(TestDatabase.Row("a"));
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);
        await using DbTransaction step = await database.Mirror.BeginAsync(connection, TransactionPurpose.Step, TimeSpan.FromSeconds(1), Cancellation);
        await database.Mirror.UpsertAsync(step, TestDatabase.Things, [TestDatabase.Row("a", ("Text", "late"))], Cancellation);

        // It waits for the first one's lock on the row.
        await database.UpsertAsync(TestDatabase.Row("a", ("Text", "in time")));

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => step.CommitAsync(Cancellation));
        Assert.Equal(DatabaseFault.Transient, database.Mirror.Classify(error));
        Assert.Equal("in time", await database.ValueAsync("SELECT \"Text\" FROM journeyapps.thing"));
    }

    [Fact]
    public async Task A_change_of_a_table_waits_3_seconds_for_a_report_and_the_report_is_named()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await using NpgsqlConnection report = new(new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "monthly report" }.ConnectionString);
        await report.OpenAsync(Cancellation);
        await using NpgsqlTransaction reading = await report.BeginTransactionAsync(Cancellation);
        await using (NpgsqlCommand select = new("SELECT count(*) FROM journeyapps.thing", report)) await select.ExecuteScalarAsync(Cancellation);

        long start = Stopwatch.GetTimestamp();
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => ChangeAsync(database));
        string? blockers = await DescribeAsync(database);

        Assert.Equal(DatabaseFault.LockTimeout, database.Mirror.Classify(error));
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromSeconds(2.9));
        Assert.Matches(@"^session \d+ of the user 'owner' \(monthly report, in a transaction for \d+ s\)$", blockers);
        await reading.RollbackAsync(Cancellation);
        Assert.Null(await DescribeAsync(database));
        await ChangeAsync(database);
    }

    // Such as the server's own vacuum, and a user that was dropped while connected.
    [Fact]
    public async Task A_session_without_a_user_that_holds_a_lock_is_named_by_its_kind()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.RunAsync($"CREATE ROLE short_lived SUPERUSER LOGIN PASSWORD '{PostgreSqlServer.Password}'");
        string user = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "short_lived", Pooling = false }.ConnectionString;
        await using NpgsqlConnection session = new(user);
        await session.OpenAsync(Cancellation);
        await using NpgsqlTransaction reading = await session.BeginTransactionAsync(Cancellation);
        await using (NpgsqlCommand select = new("SELECT count(*) FROM journeyapps.thing", session)) await select.ExecuteScalarAsync(Cancellation);
        await database.RunAsync("DROP ROLE short_lived");

        string? blockers = await DescribeAsync(database);

        Assert.Matches(@"^session \d+, client backend \(no application name, in a transaction for \d+ s\)$", blockers);
    }

    [Fact]
    public async Task A_server_that_crashed_is_a_reason_to_try_again()
    {
        await using PostgreSqlServer own = new();
        await own.InitializeAsync();
        TestDatabase database = await TestDatabase.CreateAsync(own);
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);
        await using DbTransaction step = await database.Mirror.BeginAsync(connection, TransactionPurpose.Step, TimeSpan.FromSeconds(30), Cancellation);

        await own.CrashAsync();

        Exception error = await Assert.ThrowsAnyAsync<Exception>(
            () => database.Mirror.UpsertAsync(step, TestDatabase.Things, [TestDatabase.Row("a")], Cancellation));
        Assert.Equal(DatabaseFault.Transient, database.Mirror.Classify(error));
        Assert.Equal(1, await database.UpsertAsync(TestDatabase.Row("a")));
    }

    [Fact]
    public async Task Missing_servers_databases_and_rights_are_told_apart()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        string user = $"poor_{Guid.NewGuid():N}";
        await database.RunAsync($"CREATE ROLE {user} LOGIN PASSWORD '{PostgreSqlServer.Password}'; ALTER DATABASE {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} SET lock_timeout = 0");
        NpgsqlConnectionStringBuilder settings = new(database.ConnectionString);

        Assert.Equal(DatabaseFault.NoDatabase, await FaultAsync(new(settings.ConnectionString) { Database = "no_such_database" }));
        Assert.Equal(DatabaseFault.Transient, await FaultAsync(new(settings.ConnectionString) { Port = ServerProcess.FreePort() }));
        Assert.Equal(DatabaseFault.NoRights, await FaultAsync(new(settings.ConnectionString) { Username = user, Pooling = false }));
        foreach (string statement in PostgreSqlDialect.Instance.RightsFor(user)) await database.RunAsync(statement);
        Assert.Null(await FaultAsync(new(settings.ConnectionString) { Username = user, Pooling = false }));
    }

    private static async Task ChangeAsync(TestDatabase database)
    {
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);
        await using DbTransaction transaction = await database.Mirror.BeginAsync(connection, TransactionPurpose.Ddl, TimeSpan.FromSeconds(30), Cancellation);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = database.Mirror.Dialect.AddColumn("thing", new SqlColumn("more", Schema.CopyColumnKind.Text)).Text;
        await command.ExecuteNonQueryAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    private static async Task<string?> DescribeAsync(TestDatabase database)
    {
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);
        return await database.Mirror.DescribeBlockersAsync(connection, Cancellation);
    }

    private static async Task<DatabaseFault?> FaultAsync(NpgsqlConnectionStringBuilder settings)
    {
        TestDatabase database = new(settings.ConnectionString);
        try
        {
            await database.RunAsync(database.Mirror.Dialect.CreateSchema);
            await database.UpsertAsync(TestDatabase.Row("a"));
            return null;
        }
        catch (Exception error)
        {
            return database.Mirror.Classify(error);
        }
    }
}
