using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace JourneyApps.TestServers;

/// <summary>A PgBouncer in transaction mode: each transaction can run on another session of the server.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly int _port;

    private PgBouncer(ServerProcess process, int port)
    {
        _process = process;
        _port = port;
    }

    internal static async Task<PgBouncer> StartAsync(string program, int serverPort, string user, string password)
    {
        string folder = await ServerProcess.NewFolderAsync();
        int port = ServerProcess.FreePort();
        string settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(settings, FormattableString.Invariant($"""
            [databases]
            * = host=127.0.0.1 port={serverPort} user={user} password={password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 3
            """));
        ServerProcess process = await ServerProcess.StartAsync(folder, "TERM", program, settings);
        for (long start = Stopwatch.GetTimestamp(); ; await Task.Delay(25))
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync("127.0.0.1", port);
                return new PgBouncer(process, port);
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1))
            {
                // It is starting.
            }
        }
    }

    /// <summary>The connection string that goes through PgBouncer instead of to the server.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Port = _port }.ConnectionString;

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
