using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A SQLite database whose driver refuses a text before it sends a row, as the bulk copy of SQL Server does: with an exception that is
/// not one of the database.</summary>
internal sealed class RefusingDatabase(string file, string refused) : MirrorDatabase
{
    private readonly SqliteMirrorDatabase _database = new(file);

    public override SqlDialect Dialect => _database.Dialect;

    public override string Place => _database.Place;

    public override bool AllowsSeveralWorkers => _database.AllowsSeveralWorkers;

    public override bool KeepsTransactionAfterRefusal => _database.KeepsTransactionAfterRefusal;

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => _database.OpenAsync(cancellationToken);

    public override Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken)
        => _database.BeginAsync(connection, purpose, lease, cancellationToken);

    public override ValueTask<IDisposable?> TryLockWorkerAsync(CancellationToken cancellationToken) => _database.TryLockWorkerAsync(cancellationToken);

    public override Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken)
        => _database.ReadTablesAsync(connection, cancellationToken);

    public override Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => _database.HasIndexAsync(connection, name, cancellationToken);

    public override Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken)
        => _database.ReadDependentsAsync(connection, table, column, cancellationToken);

    public override Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => table.Name == "job" && rows.Any(row => row.Contains(refused))
            ? throw new InvalidOperationException("The given value cannot be converted.")
            : _database.UpsertAsync(transaction, table, rows, cancellationToken);

    public override Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => _database.InsertMissingAsync(transaction, table, rows, cancellationToken);

    public override Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
        => _database.MarkDeletedAsync(transaction, table, deletions, cancellationToken);

    public override DatabaseFault Classify(Exception exception)
        => exception is InvalidOperationException ? DatabaseFault.RefusedValue : _database.Classify(exception);

    protected override DbConnection CreateConnection() => throw new NotSupportedException();
}
