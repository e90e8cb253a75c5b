using System.Data.Common;
using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring;

/// <summary>A database that holds a copy, such as <c>SqliteMirrorDatabase</c> of the package <c>JourneyApps.Mirroring.Sqlite</c> or
/// <c>PostgreSqlMirrorDatabase</c> of <c>JourneyApps.Mirroring.PostgreSql</c>.</summary>
/// <remarks>The members are for packages of databases. <see cref="object.ToString"/> returns <see cref="Place"/>.</remarks>
public abstract class MirrorDatabase
{
    /// <summary>The SQL of the database.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Where the database is, for messages: a file, or a database and a host. Never contains a password.</summary>
    public abstract string Place { get; }

    /// <summary>The user of the connection, for <see cref="SqlDialect.RightsFor"/>; null if the database has no users.</summary>
    public virtual string? UserName => null;

    /// <summary>Whether the database is there, as far as this is known without opening it. False for a file that does not exist: opening
    /// it would create it.</summary>
    public virtual bool Exists => true;

    /// <summary>Whether several workers can be run for the same copy, of which one writes and the others wait. If not,
    /// <see cref="TryLockWorkerAsync"/> decides which one runs.</summary>
    public virtual bool AllowsSeveralWorkers => true;

    /// <summary>Whether a transaction continues after a statement that the database refused. If not, rows are written after a savepoint, to
    /// which a refused page returns.</summary>
    public virtual bool KeepsTransactionAfterRefusal => false;

    /// <summary>What the only worker holds, such as the path of a lock file, for messages to other workers. Used only if
    /// <see cref="AllowsSeveralWorkers"/> is false.</summary>
    public virtual string WorkerLockPlace => Place;

    /// <summary>Opens a connection. Nothing may depend on the state of a session, because a pooler can change the session after each
    /// transaction.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DatabaseMirrorException">The connection string names no database.</exception>
    public virtual async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins a transaction with settings that are local to it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="lease">After which time without a statement the database ends a transaction of the purpose
    /// <see cref="TransactionPurpose.Step"/> or <see cref="TransactionPurpose.Ddl"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Tries to become the only worker until the result is disposed or the process ends.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lock; null if another worker has it.</returns>
    public virtual ValueTask<IDisposable?> TryLockWorkerAsync(CancellationToken cancellationToken)
        => throw new NotSupportedException("Several workers can use this database.");

    /// <summary>Whether the open database is still the one that others find at its place. A file can be deleted or replaced while it is
    /// open, and its worker would write into a file that no one sees. Called every few seconds.</summary>
    /// <param name="connection">The connection of the worker, without a transaction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<bool> IsAtItsPlaceAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Reads the tables of the copy's SQL schema with their columns, those of others included.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads which views and indexes of others use a column. Views and indexes of the mirror itself are left out.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="column">The column's name; null for what uses the table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken);

    /// <summary>Estimates how many rows a table has, from what the database knows without reading the table; null if it knows
    /// nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<long?> EstimateRowsAsync(DbConnection connection, string table, CancellationToken cancellationToken)
        => Task.FromResult<long?>(null);

    /// <summary>Whether the copy has an index.</summary>
    /// <param name="connection">The connection, without a transaction.</param>
    /// <param name="name">The index's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken);

    /// <summary>Removes indexes of the mirror whose creation was interrupted, before a statement whose
    /// <see cref="SqlStatement.RunsAlone"/> is true creates them again.</summary>
    /// <param name="connection">The connection, without a transaction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task RemoveInvalidIndexesAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Inserts rows, or updates those whose key exists already and that differ in a column whose
    /// <see cref="SqlColumn.IsCompared"/> is true. Equal rows are not written. No two rows have the same key.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, each with a value for each column of the table, as <see cref="SqlDialect.Bind"/> takes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many rows were written.</returns>
    public abstract Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Inserts rows whose key does not exist yet, and leaves the others as they are.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many rows were written.</returns>
    public abstract Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Sets the columns <c>_deleted_at</c> and <c>_sequence</c> of rows that are not marked yet.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="deletions">The deleted objects, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many rows were written.</returns>
    public abstract Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken);

    /// <summary>What an exception of the driver means.</summary>
    /// <param name="exception">The exception.</param>
    public abstract DatabaseFault Classify(Exception exception);

    /// <summary>Describes the sessions that hold locks on tables of the copy, for the message of
    /// <see cref="DatabaseFault.LockTimeout"/>.</summary>
    /// <param name="connection">Another connection than the one that waited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sessions, as a part of a sentence; null if there are none or the database does not tell.</returns>
    public virtual Task<string?> DescribeBlockersAsync(DbConnection connection, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    /// <summary>Creates a connection, which is not open yet.</summary>
    protected abstract DbConnection CreateConnection();

    /// <summary>The place of the database, without a password.</summary>
    public sealed override string ToString() => Place;
}
