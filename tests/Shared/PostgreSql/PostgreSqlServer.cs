using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace JourneyApps.TestServers;

/// <summary>
/// A PostgreSQL of these tests alone, on a free port of the loopback interface, in a temporary folder. It ends with the process of the tests,
/// even if that is killed. Where PostgreSQL is not installed, the tests are skipped; with <c>CI=true</c> they fail.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    /// <summary>The password of the owner, which no message may contain.</summary>
    public const string Password = "sesame-4711-open";

    private const string Owner = "owner";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private ServerProcess? _server;
    private int _port;
    private int _databases;

    /// <summary>The connection string of a database of the server, for its owner or another user.</summary>
    public string ConnectionString(string database, string user = Owner) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = user,
        Password = Password,
        Pooling = user == Owner,
        IncludeErrorDetail = true,
    }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        if (Find("initdb") is not { } initdb || Find("postgres") is not { } postgres) return;
        string folder = await ServerProcess.NewFolderAsync();
        string data = Path.Combine(folder, "data"), passwordFile = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password + "\n");
        await ServerProcess.RunUnprivilegedAsync(initdb, "-D", data, "-U", Owner, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        _port = ServerProcess.FreePort();
        // Without fsync: no test takes the power away, and what a killed server wrote stays with the operating system.
        _server = await ServerProcess.StartAsync(folder, "QUIT", postgres, "-D", data, "-F", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture),
            "-k", folder, "-c", "max_connections=200", "-c", "max_prepared_transactions=0");
        await WaitAsync();
    }

    /// <summary>The connection string of a new database; skips the test where there is no PostgreSQL.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Require(_server is not null, "PostgreSQL (initdb and postgres in PATH or /usr/lib/postgresql)");
        string name = string.Create(CultureInfo.InvariantCulture, $"copy_{Interlocked.Increment(ref _databases)}");
        await RunAsync(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>A PgBouncer in transaction mode before this server; skips the test where there is none.</summary>
    public async Task<PgBouncer> StartPgBouncerAsync()
    {
        Require(_server is not null, "PostgreSQL (initdb and postgres in PATH or /usr/lib/postgresql)");
        string? program = ServerProcess.Find("pgbouncer", "/usr/sbin");
        Require(program is not null, "PgBouncer (pgbouncer in PATH or /usr/sbin)");
        return await PgBouncer.StartAsync(program!, _port, Owner, Password);
    }

    /// <summary>Ends the server at once, as a crash does, and starts it again.</summary>
    public async Task CrashAsync(TimeSpan pause = default)
    {
        await _server!.StopAsync();
        await Task.Delay(pause);
        await _server.StartAsync();
        await WaitAsync();
    }

    /// <summary>Runs statements.</summary>
    public static async Task RunAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of the first row; null for null and no row.</summary>
    public static async Task<object?> ValueAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? value : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
    }

    private static string? Find(string program)
    {
        const string Debian = "/usr/lib/postgresql";
        IEnumerable<string> versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return ServerProcess.Find(program, versions.OrderByDescending(static path => path.Length).ThenByDescending(static path => path, StringComparer.Ordinal)
            .Select(static path => Path.Combine(path, "bin")));
    }

    private static void Require(bool isThere, string what)
    {
        if (isThere) return;
        // .ci/run installs it on Linux. The continuous integration of other systems has neither, and reports the tests as skipped.
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"Not installed: {what}.");
        Assert.Skip($"Not installed: {what}.");
    }

    private async Task WaitAsync()
    {
        NpgsqlConnection.ClearAllPools();
        for (long start = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            try
            {
                await ValueAsync(ConnectionString("postgres"), "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(start) < StartLimit)
            {
                // It is starting, or recovering.
            }
        }
    }
}
