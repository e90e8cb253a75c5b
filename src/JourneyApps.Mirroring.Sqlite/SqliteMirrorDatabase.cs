using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Sqlite;

/// <summary>A copy in a SQLite file. One worker writes it at a time; others wait until it ends.</summary>
/// <example>
/// <code>
/// var mirror = new DatabaseMirror(app, new SqliteMirrorDatabase("copy.db"));
/// await mirror.CatchUpAsync();
/// </code>
/// </example>
public sealed class SqliteMirrorDatabase : MirrorDatabase
{
    private const int BusySeconds = 5;

    private readonly string _connectionString;
    private readonly string _file;

    /// <summary>Describes a copy in a file. The file is created when the mirror runs.</summary>
    /// <param name="file">The path of the file, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no file: a copy in memory would be
    /// lost.</exception>
    public SqliteMirrorDatabase(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        SqliteConnectionStringBuilder settings = ReadSettings(file);
        if (settings.DataSource.Length == 0)
            throw new ArgumentException("The connection string names no file. Add 'Data Source=copy.db'.", nameof(file));
        if (settings.Mode == SqliteOpenMode.Memory || settings.DataSource == ":memory:")
            throw new ArgumentException("A copy in memory would be lost. Name a file.", nameof(file));
        if (!settings.ShouldSerialize("Default Timeout")) settings.DefaultTimeout = BusySeconds;
        settings.DataSource = Path.GetFullPath(settings.DataSource);
        settings.Pooling = false;
        _file = settings.DataSource;
        _connectionString = settings.ToString();
    }

    /// <inheritdoc/>
    public override SqlDialect Dialect => SqliteDialect.Instance;

    /// <inheritdoc/>
    public override string Place => _file;

    /// <inheritdoc/>
    public override bool Exists => File.Exists(_file);

    /// <inheritdoc/>
    public override bool AllowsSeveralWorkers => false;

    // A savepoint would copy each page of the file before it changes.
    /// <inheritdoc/>
    public override bool KeepsTransactionAfterRefusal => true;

    /// <inheritdoc/>
    public override string WorkerLockPlace => _file + "-mirror";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(_file))
        {
            throw new DatabaseMirrorException($"{_file} is a folder. Name a file in it, such as '{Path.Combine(_file, "copy.db")}'.")
            {
                Fault = DatabaseFault.NoDatabase,
            };
        }

        var connection = (SqliteConnection)CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            // Readers do not wait for the writer. After a loss of power, the last steps can be missing as a whole; they are read again.
            await RunAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
            await RunAsync(connection, "PRAGMA synchronous = NORMAL", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception fault)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (fault is not InvalidOperationException) throw;
            throw new DatabaseMirrorException(
                $"The file {_file} cannot be opened: {fault.Message} Remove the password, or add a package with encryption.", fault);
        }
    }

    /// <inheritdoc/>
    public override Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction());
    }

    /// <inheritdoc/>
    public override ValueTask<IDisposable?> TryLockWorkerAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The operating system releases it when the process ends, for any reason. The file remains: deleting it would let a
            // second worker lock another one of the same name.
            return new ValueTask<IDisposable?>(
                new FileStream(WorkerLockPlace, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException locked) when (WorkerLockFaults.IsLocked(locked))
        {
            return new ValueTask<IDisposable?>((IDisposable?)null);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseMirrorException(
                $"The file '{WorkerLockPlace}', which keeps a second worker from the copy, cannot be opened for writing: {fault.Message} "
                + "Use a folder in which this account can create files.", fault)
            {
                Fault = WorkerLockFaults.Classify(fault),
            };
        }
    }

    /// <inheritdoc/>
    public override async Task<bool> IsAtItsPlaceAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        try
        {
            // Without pragmas, and without creating a file.
            string connectionString = new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString();
            await using SqliteConnection other = new(connectionString);
            await other.OpenAsync(cancellationToken).ConfigureAwait(false);
            string? there = await ReadMarkAsync(other, cancellationToken).ConfigureAwait(false);
            return there is not null && there == await ReadMarkAsync((SqliteConnection)connection, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException fault)
        {
            // A lock is a sign that the file is there.
            return Classify(fault) == DatabaseFault.LockTimeout;
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken)
        => SqliteCatalog.ReadTablesAsync((SqliteConnection)connection, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken)
        => SqliteCatalog.ReadDependentsAsync((SqliteConnection)connection, table, column, cancellationToken);

    /// <inheritdoc/>
    public override async Task<long?> EstimateRowsAsync(DbConnection connection, string table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using SqliteCommand command = ((SqliteConnection)connection).CreateCommand();
        // The number of the last row, which is found without reading the others. Deleted rows leave gaps.
        command.CommandText = $"SELECT max(rowid) FROM {Dialect.Quote(table)}";
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long?;
    }

    /// <inheritdoc/>
    public override Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => SqliteCatalog.HasIndexAsync((SqliteConnection)connection, name, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => SqliteWriter.Of((SqliteTransaction)transaction).Write(table, rows, replaces: true, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => SqliteWriter.Of((SqliteTransaction)transaction).Write(table, rows, replaces: false, cancellationToken);

    /// <inheritdoc/>
    public override Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
        => SqliteWriter.Of((SqliteTransaction)transaction).Mark(table, deletions, cancellationToken);

    /// <inheritdoc/>
    public override DatabaseFault Classify(Exception exception)
    {
        if (exception is DatabaseMirrorException known) return known.Fault;
        if (exception is not SqliteException fault) return DatabaseFault.Other;
        return fault.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DatabaseFault.LockTimeout,
            SQLitePCL.raw.SQLITE_INTERRUPT or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_PROTOCOL => DatabaseFault.Transient,
            SQLitePCL.raw.SQLITE_FULL => DatabaseFault.DiskFull,
            SQLitePCL.raw.SQLITE_READONLY => DatabaseFault.ReadOnly,
            SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => DatabaseFault.NoDatabase,
            SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => DatabaseFault.NoRights,
            SQLitePCL.raw.SQLITE_TOOBIG or SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_MISMATCH => DatabaseFault.RefusedValue,
            // SQLite has no codes for these.
            _ when fault.Message.Contains("already exists", StringComparison.Ordinal)
                || fault.Message.Contains("duplicate column name", StringComparison.Ordinal) => DatabaseFault.AlreadyExists,
            _ when fault.Message.Contains("error in view", StringComparison.Ordinal)
                || fault.Message.Contains("error in index", StringComparison.Ordinal)
                || fault.Message.Contains("error in trigger", StringComparison.Ordinal) => DatabaseFault.InUse,
            _ => DatabaseFault.Other,
        };
    }

    /// <inheritdoc/>
    protected override DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    private static async Task<string?> ReadMarkAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT version || ' ' || owner FROM \"_journeyapps_state\" WHERE id = 1";
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    private static SqliteConnectionStringBuilder ReadSettings(string file)
    {
        if (!file.Contains('=', StringComparison.Ordinal) || File.Exists(file)) return new() { DataSource = file };
        try
        {
            return new SqliteConnectionStringBuilder(file);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException(
                "The connection string cannot be read. Write the path of a file, or 'Data Source=copy.db'.", nameof(file), fault);
        }
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
