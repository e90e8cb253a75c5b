using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Storage;

/// <summary>
/// The SQLite database. In memory there is one connection and requests take turns (a shared cache locks tables against each other); a file
/// is in WAL mode with one writing connection and several reading ones. A write that returned is committed and survives the death of the
/// process.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int ReaderCount = 4;

    private readonly SessionPool _writer;
    private readonly SessionPool _readers;

    private Database(SessionPool writer, SessionPool readers)
    {
        _writer = writer;
        _readers = readers;
    }

    /// <summary>Opens or makes a database.</summary>
    /// <param name="file">The file; <see langword="null"/> for memory.</param>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    public static Database Open(string? file)
    {
        if (file is null)
        {
            SessionPool only = new([OpenSession(":memory:", SqliteOpenMode.Memory)]);
            return new(only, only);
        }

        DatabaseSession writer = OpenSession(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // A commit is in the operating system's hands once it returned: a killed process loses nothing, only a power cut can.
            writer.Execute("PRAGMA journal_mode=WAL");
            writer.Execute("PRAGMA synchronous=NORMAL");
            DatabaseSession[] readers = [.. Enumerable.Range(0, ReaderCount).Select(_ => OpenSession(file, SqliteOpenMode.ReadOnly))];
            return new(new SessionPool([writer]), new SessionPool(readers));
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Reads a state of the database in which every write is there wholly or not at all.</summary>
    public async Task<T> ReadAsync<T>(Func<DatabaseSession, T> read, CancellationToken cancellationToken = default)
    {
        DatabaseSession session = await _readers.TakeAsync(cancellationToken).ConfigureAwait(false);
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
            _readers.Return(session);
        }
    }

    /// <summary>Writes in one transaction; an exception undoes all of it.</summary>
    /// <param name="write">The writes.</param>
    /// <param name="committed">Called with the result after each commit, in the order of the commits.</param>
    /// <param name="cancellationToken">Ends the waiting for the turn; a write that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, T> write, Action<T>? committed = null, CancellationToken cancellationToken = default)
    {
        DatabaseSession session = await _writer.TakeAsync(cancellationToken).ConfigureAwait(false);
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
            _writer.Return(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!ReferenceEquals(_readers, _writer)) await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private static DatabaseSession OpenSession(string source, SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder builder = new() { DataSource = source, Mode = mode, Pooling = false };
        SqliteConnection connection = new(builder.ConnectionString);
        connection.Open();
        DatabaseSession session = new(connection);
        session.Execute("PRAGMA busy_timeout=10000");
        session.Execute("PRAGMA cache_size=-65536");
        session.Execute("PRAGMA temp_store=MEMORY");
        return session;
    }
}
