using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Storage;

/// <summary>The files that are to be downloaded. They are queued in the transaction of their rows, so none is forgotten.</summary>
internal static class FileQueue
{
    /// <summary>A file that failed this often is left.</summary>
    public const int MaxAttempts = 8;

    private const string Uploaded = "uploaded";
    private const string Condition = "model = @model AND id = @id AND field = @field AND file_id = @file";

    /// <summary>Queues the files of rows. A file that is known already is left as it is.</summary>
    public static async Task AddAsync(
        CopyStore store, DbTransaction transaction, ModelChanges changes, CancellationToken cancellationToken)
    {
        IReadOnlyList<CopyColumn> columns = changes.Layout.Copy.Columns;
        List<object?[]> files = [];
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Source != CopyColumnSource.FileId) continue;
            int state = StateOf(columns, columns[i].Element!);
            foreach (object?[] row in changes.Rows)
            {
                if (row[i] is not string file || row[state] is not Uploaded) continue;
                files.Add([changes.Layout.Copy.Model, row[0], columns[i].Element, file, null, null, 0L, null, null]);
            }
        }

        if (files.Count > 0)
            await store.Database.UpsertAsync(transaction, CatalogTables.File, files, cancellationToken).ConfigureAwait(false);
        if (changes.Deletions.Count == 0 || !columns.Any(static column => column.Source == CopyColumnSource.FileId)) return;
        await using DbCommand command = store.Command(
            transaction, $"DELETE FROM {Table(store)} WHERE model = @model AND {store.Dialect.IsOneOf("id", "@ids")}",
            new DbParameterValue("@model", CopyColumnKind.Key, changes.Layout.Copy.Model));
        store.Dialect.BindIds(command, "@ids", [.. changes.Deletions.Select(static deletion => deletion.Id)]);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queues the files of a table that was filled before files were copied.</summary>
    public static async Task AddExistingAsync(CopyStore store, CatalogModel model, CancellationToken cancellationToken)
    {
        SqlDialect dialect = store.Dialect;
        foreach (CatalogColumn column in model.Columns.Where(static column => column is { IsActive: true, Source: "FileId" }))
        {
            CatalogColumn? state = model.Columns.FirstOrDefault(
                other => other is { IsActive: true, Source: "FileState" } && other.Field == column.Field);
            if (state is null) continue;
            await store.RunAsync(
                null,
                $"INSERT INTO {Table(store)} (model, id, field, file_id, attempts) "
                    + $"SELECT @model, t.id, @field, t.{dialect.Quote(column.Name)}, 0 FROM {dialect.Qualify(model.Table)} t "
                    + $"WHERE t.{dialect.Quote(column.Name)} IS NOT NULL AND t.{dialect.Quote(state.Name)} = @state AND NOT EXISTS "
                    + $"(SELECT 1 FROM {Table(store)} f WHERE f.model = @model AND f.id = t.id AND f.field = @field)",
                cancellationToken,
                new("@model", CopyColumnKind.Key, model.Name), new("@field", CopyColumnKind.Key, column.Field),
                new("@state", CopyColumnKind.Key, Uploaded)).ConfigureAwait(false);
        }
    }

    /// <summary>The next files that can be downloaded now.</summary>
    public static async Task<IReadOnlyList<WaitingFile>> ReadAsync(CopyStore store, int count, CancellationToken cancellationToken)
    {
        string select = $"SELECT model, id, field, file_id, attempts FROM {Table(store)} WHERE stored_at IS NULL AND attempts < "
            + FormattableString.Invariant($"{MaxAttempts}")
            + $" AND (next_at IS NULL OR next_at <= {store.Dialect.Now}) ORDER BY model, id, field";
        List<object?[]> rows = await store.ReadAsync(
            null, store.Dialect.Limit(select, count),
            [CopyColumnKind.Key, CopyColumnKind.Id, CopyColumnKind.Key, CopyColumnKind.Id, CopyColumnKind.Integer], cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(static row => new WaitingFile(
                (string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, (int)(long)row[4]!)),
        ];
    }

    /// <summary>How many files are not stored yet.</summary>
    public static async Task<long> CountAsync(CopyStore store, CancellationToken cancellationToken)
        => (long)(await store.ReadAsync(
            null, $"SELECT count(*) FROM {Table(store)} WHERE stored_at IS NULL", [CopyColumnKind.BigInteger], cancellationToken)
            .ConfigureAwait(false))[0][0]!;

    /// <summary>Notes where a file is stored.</summary>
    public static Task<int> StoredAsync(CopyStore store, WaitingFile file, string path, CancellationToken cancellationToken)
        => UpdateAsync(store, file, $"path = @path, stored_at = {store.Dialect.Now}, error = NULL", cancellationToken,
            new DbParameterValue("@path", CopyColumnKind.Text, path));

    /// <summary>Notes why a file could not be downloaded, and when it is tried again.</summary>
    public static Task<int> FailedAsync(
        CopyStore store, WaitingFile file, string error, TimeSpan wait, CancellationToken cancellationToken)
        => UpdateAsync(
            store, file, $"attempts = attempts + 1, next_at = {store.Dialect.NowPlus("@wait")}, error = @error", cancellationToken,
            new("@wait", CopyColumnKind.Number, wait.TotalSeconds), new("@error", CopyColumnKind.Text, error));

    /// <summary>Forgets a file whose object no longer has it. If the object has another one, that is queued with its row.</summary>
    public static Task<int> ForgetAsync(CopyStore store, WaitingFile file, CancellationToken cancellationToken)
        => store.RunAsync(
            null, $"DELETE FROM {Table(store)} WHERE {Condition}", cancellationToken, Key(file));

    private static Task<int> UpdateAsync(
        CopyStore store, WaitingFile file, string changes, CancellationToken cancellationToken, params DbParameterValue[] parameters)
        => store.RunAsync(
            null, $"UPDATE {Table(store)} SET {changes} WHERE {Condition}", cancellationToken, [.. Key(file), .. parameters]);

    private static DbParameterValue[] Key(WaitingFile file) => new DbParameterValue[]
    {
        new("@model", CopyColumnKind.Key, file.Model), new("@id", CopyColumnKind.Id, file.Id),
        new("@field", CopyColumnKind.Key, file.Field), new("@file", CopyColumnKind.Id, file.FileId),
    };

    private static int StateOf(IReadOnlyList<CopyColumn> columns, string field)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Source == CopyColumnSource.FileState && columns[i].Element == field) return i;
        }

        throw new InvalidOperationException($"The file '{field}' has no column for its state.");
    }

    private static string Table(CopyStore store) => store.Dialect.Qualify(CatalogTables.File.Name);
}
