using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>A connection to the database of a copy, with the statements that are the same in every database.</summary>
internal sealed class CopyStore(MirrorDatabase database, DbConnection connection, TimeSpan lease) : IAsyncDisposable
{
    private const int NoTimeout = 0;

    public MirrorDatabase Database => database;

    public SqlDialect Dialect => database.Dialect;

    public DbConnection Connection => connection;

    /// <summary>How long another worker waits after the last sign of the one that writes.</summary>
    public TimeSpan Lease => lease;

    public static async Task<CopyStore> OpenAsync(MirrorDatabase database, TimeSpan lease, CancellationToken cancellationToken)
        => new(database, await database.OpenAsync(cancellationToken).ConfigureAwait(false), lease);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public Task<DbTransaction> BeginAsync(TransactionPurpose purpose, CancellationToken cancellationToken)
        => database.BeginAsync(connection, purpose, lease, cancellationToken);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> RunAsync(
        DbTransaction? transaction, string sql, CancellationToken cancellationToken, params DbParameterValue[] parameters)
    {
        await using DbCommand command = Command(transaction, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement that can take long.</summary>
    public async Task<int> RunLongAsync(DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(transaction, sql, []);
        command.CommandTimeout = NoTimeout;
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads rows.</summary>
    /// <param name="transaction">The transaction; null for none.</param>
    /// <param name="sql">The query.</param>
    /// <param name="kinds">What its columns are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="parameters">Its parameters.</param>
    public async Task<List<object?[]>> ReadAsync(
        DbTransaction? transaction, string sql, IReadOnlyList<CopyColumnKind> kinds, CancellationToken cancellationToken,
        params DbParameterValue[] parameters)
    {
        await using DbCommand command = Command(transaction, sql, parameters);
        return await ReadAsync(command, kinds, cancellationToken).ConfigureAwait(false);
    }

    public async Task<List<object?[]>> ReadAsync(
        DbCommand command, IReadOnlyList<CopyColumnKind> kinds, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var row = new object?[kinds.Count];
            for (int i = 0; i < row.Length; i++) row[i] = Dialect.Read(reader, i, kinds[i]);
            rows.Add(row);
        }

        return rows;
    }

    public DbCommand Command(DbTransaction? transaction, string sql, params DbParameterValue[] parameters)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of quoted names and constants; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (DbParameterValue parameter in parameters) Dialect.Bind(command, parameter.Name, parameter.Kind, parameter.Value);
        return command;
    }

    /// <summary>Reads all rows of a table.</summary>
    public Task<List<object?[]>> ReadAllAsync(DbTransaction? transaction, SqlTable table, CancellationToken cancellationToken)
        => ReadAsync(
            transaction, $"SELECT {Columns(table)} FROM {Dialect.Qualify(table.Name)}",
            [.. table.Columns.Select(static column => column.Kind)], cancellationToken);

    /// <summary>The quoted names of the columns of a table, separated by commas.</summary>
    public string Columns(SqlTable table) => string.Join(", ", table.Columns.Select(column => Dialect.Quote(column.Name)));

    /// <summary>Reads the catalog. The tables of the catalog exist.</summary>
    public async Task<CopyCatalog> ReadCatalogAsync(DbTransaction? transaction, CancellationToken cancellationToken)
        => CatalogRows.Read(
            await ReadAllAsync(transaction, CatalogTables.Model, cancellationToken).ConfigureAwait(false),
            await ReadAllAsync(transaction, CatalogTables.Field, cancellationToken).ConfigureAwait(false),
            await ReadAllAsync(transaction, CatalogTables.Option, cancellationToken).ConfigureAwait(false));

    /// <summary>Writes a catalog. Equal rows are not written; columns that are no longer there are deleted.</summary>
    public async Task WriteCatalogAsync(
        DbTransaction transaction, CopyCatalog before, CopyCatalog after, CancellationToken cancellationToken)
    {
        foreach (CatalogModel model in before.Models)
        {
            CatalogModel? kept = after.Find(model.Name);
            if (kept is null) await DeleteAsync(transaction, CatalogTables.Model, model.Name, null, cancellationToken)
                .ConfigureAwait(false);
            foreach (CatalogColumn column in model.Columns.Where(column => kept?.Columns.Any(other => other.Name == column.Name) != true))
                await DeleteAsync(transaction, CatalogTables.Field, model.Name, column.Name, cancellationToken).ConfigureAwait(false);
        }

        await database.UpsertAsync(
            transaction, CatalogTables.Model, [.. after.Models.Select(CatalogRows.Of)], cancellationToken).ConfigureAwait(false);
        await database.UpsertAsync(
            transaction, CatalogTables.Field, [.. after.Models.SelectMany(CatalogRows.OfColumns)], cancellationToken).ConfigureAwait(false);
        await database.UpsertAsync(
            transaction, CatalogTables.Option, [.. after.Options.Select(CatalogRows.Of)], cancellationToken).ConfigureAwait(false);
    }

    private Task<int> DeleteAsync(
        DbTransaction transaction, SqlTable table, string model, string? column, CancellationToken cancellationToken)
    {
        string condition = column is null ? "" : " AND column_name = @column";
        DbParameterValue[] parameters = [new("@model", CopyColumnKind.Key, model)];
        if (column is not null) parameters = [.. parameters, new("@column", CopyColumnKind.Key, column)];
        return RunAsync(
            transaction, $"DELETE FROM {Dialect.Qualify(table.Name)} WHERE model = @model{condition}", cancellationToken, parameters);
    }
}
