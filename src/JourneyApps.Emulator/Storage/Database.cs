using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Storage;

/// <summary>The SQLite database. In memory there is one connection and requests take turns (a shared cache locks tables against each
/// other); a file is in WAL mode with one writing connection and several reading ones. A write that returned is committed and survives a
/// crash of the process.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const int ReaderCount = 4;

    // How long to wait for another program that has locked the file.
    private const int BusyTimeoutSeconds = 5;

    private readonly Channel<DatabaseSession> _writer;
    private readonly Channel<DatabaseSession> _readers;

    private Database(Channel<DatabaseSession> writer, Channel<DatabaseSession> readers)
    {
        _writer = writer;
        _readers = readers;
    }

    /// <summary>Opens or creates a database.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, is open elsewhere, or is not a database.</exception>
    public static Database Open(string? file)
    {
        if (file is null)
        {
            Channel<DatabaseSession> only = Pool(OpenSession(":memory:", SqliteOpenMode.Memory));
            return new(only, only);
        }

        ThrowIfOpen(file);
        DatabaseSession writer = OpenSession(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // The operating system has a commit once it returned: a killed process loses nothing, a power failure can lose the last
            // commits.
            writer.Execute("PRAGMA journal_mode=WAL");
            writer.Execute("PRAGMA synchronous=NORMAL");
            DatabaseSession[] readers = [.. Enumerable.Range(0, ReaderCount).Select(_ => OpenSession(file, SqliteOpenMode.ReadOnly))];
            return new(Pool(writer), Pool(readers));
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Reads from a snapshot: every write is visible completely or not at all.</summary>
    public async Task<T> ReadAsync<T>(Func<DatabaseSession, T> read, CancellationToken cancellationToken = default)
    {
        DatabaseSession session = await _readers.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            session.Execute("BEGIN");
            try
            {
                return read(session);
            }
            finally
            {
                session.Execute("ROLLBACK");
            }
        }
        finally
        {
            _readers.Writer.TryWrite(session);
        }
    }

    /// <summary>Writes in one transaction; an exception undoes all of it.</summary>
    /// <param name="write">The writes.</param>
    /// <param name="committed">Called with the result after each commit, in the order of the commits.</param>
    /// <param name="cancellationToken">Cancels the wait for the connection; a write that has started is completed.</param>
    public async Task<T> WriteAsync<T>(
        Func<DatabaseSession, T> write, Action<T>? committed = null, CancellationToken cancellationToken = default)
    {
        DatabaseSession session = await _writer.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            T result;
            try
            {
                result = write(session);
            }
            catch
            {
                session.Execute("ROLLBACK");
                throw;
            }

            session.Execute("COMMIT");
            committed?.Invoke(result);
            return result;
        }
        finally
        {
            _writer.Writer.TryWrite(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!ReferenceEquals(_readers, _writer)) await CloseAsync(_readers, ReaderCount).ConfigureAwait(false);
        await CloseAsync(_writer, 1).ConfigureAwait(false);
    }

    // The connections that are free. Requests wait for one in the order in which they arrive.
    private static Channel<DatabaseSession> Pool(params DatabaseSession[] sessions)
    {
        var pool = Channel.CreateUnbounded<DatabaseSession>();
        foreach (DatabaseSession session in sessions) pool.Writer.TryWrite(session);
        return pool;
    }

    // Waits for each connection to be free.
    private static async Task CloseAsync(Channel<DatabaseSession> pool, int count)
    {
        for (int i = 0; i < count; i++)
        {
            DatabaseSession session = await pool.Reader.ReadAsync().ConfigureAwait(false);
            session.Dispose();
        }

        pool.Writer.TryComplete();
    }

    // The lock of a data file has its name, and a file can have several (hard links), with a write-ahead log for each: what was committed
    // under one name would be lost under the other. SQLite's own locks belong to the file.
    private static void ThrowIfOpen(string file)
    {
        if (!File.Exists(file)) return;
        using DatabaseSession only = new(Connect(file, SqliteOpenMode.ReadWrite));
        // Before anything is read: a log that is open already is not locked as a whole.
        only.Execute("PRAGMA locking_mode=EXCLUSIVE");
        only.Execute("BEGIN EXCLUSIVE");
        only.Execute("ROLLBACK");
    }

    private static DatabaseSession OpenSession(string source, SqliteOpenMode mode)
    {
        SqliteConnection connection = Connect(source, mode);
        SortFunctions.Register(connection);
        DatabaseSession session = new(connection);
        session.Execute("PRAGMA cache_size=-65536");
        session.Execute("PRAGMA temp_store=MEMORY");
        return session;
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder builder =
            new() { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = BusyTimeoutSeconds };
        SqliteConnection connection = new(builder.ConnectionString);
        connection.Open();
        return connection;
    }
}
