using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Servers;

/// <summary>The servers that the other tests rely on.</summary>
public sealed class PostgreSqlServerTests(PostgreSqlServer server)
{
    [Fact]
    public async Task A_server_that_crashed_has_what_was_committed()
    {
        await using PostgreSqlServer own = new();
        await own.InitializeAsync();
        string database = await own.NewDatabaseAsync();
        await PostgreSqlServer.RunAsync(database, "CREATE TABLE kept (number integer); INSERT INTO kept VALUES (7)");

        await own.CrashAsync();

        Assert.Equal(7, await PostgreSqlServer.ValueAsync(database, "SELECT number FROM kept"));
    }

    [Fact]
    public async Task Through_PgBouncer_two_transactions_of_one_connection_can_run_in_different_sessions()
    {
        await using PgBouncer bouncer = await server.StartPgBouncerAsync();
        string database = bouncer.Through(await server.NewDatabaseAsync());
        await using NpgsqlConnection one = new(database), other = new(database);
        await one.OpenAsync();
        await other.OpenAsync();

        object? first = await SessionAsync(one);
        await using NpgsqlTransaction held = await other.BeginTransactionAsync();
        object? heldSession = await SessionAsync(other);
        object? second = await SessionAsync(one);

        // What the other one holds is the session that was free.
        Assert.Equal(first, heldSession);
        Assert.NotEqual(first, second);
    }

    private static async Task<object?> SessionAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new("SELECT pg_backend_pid()", connection);
        return await command.ExecuteScalarAsync();
    }
}
