using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Sqlite;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A SQLite file behind a driver that refuses a text by itself, as bulk copies do: with an exception that is not one of a
/// database.</summary>
internal sealed class StrictDatabase(string file, string refused) : MirrorDatabase
{
    private readonly SqliteMirrorDatabase _inner = new(file);

    public override SqlDialect Dialect => _inner.Dialect;

    public override string Place => _inner.Place;

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => _inner.OpenAsync(cancellationToken);

    public override Task<DbTransaction> BeginAsync(
        DbConnection connection, TransactionPurpose purpose, TimeSpan lease, CancellationToken cancellationToken)
        => _inner.BeginAsync(connection, purpose, lease, cancellationToken);

    public override Task<IReadOnlyList<DatabaseTable>> ReadTablesAsync(DbConnection connection, CancellationToken cancellationToken)
        => _inner.ReadTablesAsync(connection, cancellationToken);

    public override Task<IReadOnlyList<DependentObject>> ReadDependentsAsync(
        DbConnection connection, string table, string? column, CancellationToken cancellationToken)
        => _inner.ReadDependentsAsync(connection, table, column, cancellationToken);

    public override Task<bool> HasIndexAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => _inner.HasIndexAsync(connection, name, cancellationToken);

    public override async Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        long written = 0;
        foreach (object?[] row in rows)
        {
            if (table.Name == "job" && row.Contains(refused)) throw new InvalidOperationException("The driver refuses the text.");
            written += await _inner.UpsertAsync(transaction, table, [row], cancellationToken);
        }

        return written;
    }

    public override Task<long> InsertMissingAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
        => _inner.InsertMissingAsync(transaction, table, rows, cancellationToken);

    public override Task<long> MarkDeletedAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
        => _inner.MarkDeletedAsync(transaction, table, deletions, cancellationToken);

    public override DatabaseFault Classify(Exception exception)
        => exception is InvalidOperationException ? DatabaseFault.RefusedValue : _inner.Classify(exception);

    protected override DbConnection CreateConnection() => new SqliteConnection();
}
