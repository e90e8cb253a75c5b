using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using Npgsql;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Connection strings, good and bad.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("Host=db;Username=mirror;Password=sesame", "names no database. Add 'Database=…'")]
    [InlineData("Database=field;Username=mirror;Password=sesame", "names no host. Add 'Host=…'")]
    [InlineData("Host=db;Database=field;Password=open;sesame", "cannot be read")]
    [InlineData("Host=db;Database=field;Password=open;sesame=1", "cannot be read")]
    [InlineData("Host=db;Database=field;Port=sesame", "cannot be read")]
    [InlineData("postgresql://mirror:sesame@db/field", "a URL such as 'postgresql://…' is not supported")]
    public void A_bad_connection_string_is_refused_without_repeating_it(string connectionString, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PostgreSqlMirrorDatabase(connectionString));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Database=field;Username=mirror;Password=sesame", "PostgreSQL database 'field' on db")]
    [InlineData("Host=db;Port=6432;Database=field;Password=sesame", "PostgreSQL database 'field' on db:6432")]
    [InlineData("Host=/run/postgresql;Database=field", "PostgreSQL database 'field' on /run/postgresql")]
    [InlineData("Host=one:5432,two:5433;Database=field", "PostgreSQL database 'field' on one:5432,two:5433")]
    public void The_place_has_no_secrets(string connectionString, string place)
        => Assert.Equal(place, new PostgreSqlMirrorDatabase(connectionString).ToString());

    [Theory]
    [InlineData("", 300, true)]
    [InlineData(";Command Timeout=0;TCP Keepalive=false", 0, false)]
    [InlineData(";CommandTimeout=77", 77, true)]
    public async Task A_statement_has_5_minutes_and_a_dead_connection_is_noticed_unless_the_connection_string_says_otherwise(
        string more, int commandTimeoutSeconds, bool keepsAlive)
    {
        PostgreSqlMirrorDatabase database = new("Host=127.0.0.1;Port=1;Database=field" + more);

        await using NpgsqlConnection connection = Unopened(database);

        NpgsqlConnectionStringBuilder settings = new(connection.ConnectionString);
        Assert.Equal(commandTimeoutSeconds, settings.CommandTimeout);
        Assert.Equal(keepsAlive, settings.TcpKeepAlive);
    }

    [Fact]
    public async Task A_host_that_cannot_be_resolved_is_a_reason_to_try_again()
    {
        PostgreSqlMirrorDatabase database = new("Host=no-such-host.invalid;Database=field;Username=mirror;Password=sesame");

        DbException error = await Assert.ThrowsAnyAsync<DbException>(() => database.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Equal(DatabaseFault.Transient, database.Classify(error));
    }

    private static NpgsqlConnection Unopened(MirrorDatabase database)
        => (NpgsqlConnection)typeof(PostgreSqlMirrorDatabase)
            .GetMethod("CreateConnection", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(database, null)!;
}
