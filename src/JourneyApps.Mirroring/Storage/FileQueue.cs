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

    /// <summary>The indexes by which files are found, and the statements that create them.</summary>
    public static IEnumerable<(string Name, SqlStatement Create)> Indexes(SqlDialect dialect)
        => CatalogTables.FileIndexes.Select(
            index => (index.Name, dialect.CreatePartialIndex(index.Name, CatalogTables.File, index.Condition)));

    /// <summary>The statements that create the indexes that a copy of an earlier version lacks.</summary>
    public static async Task<IReadOnlyList<SqlStatement>> MissingIndexesAsync(CopyStore store, CancellationToken cancellationToken)
    {
        List<SqlStatement> missing = [];
        foreach ((string name, SqlStatement create) in Indexes(store.Dialect))
        {
            if (!await store.Database.HasIndexAsync(store.Connection, name, cancellationToken).ConfigureAwait(false)) missing.Add(create);
        }

        return missing;
    }

    /// <summary>Queues the files of rows that were written, and notes which files their objects no longer have.</summary>
    public static async Task AddAsync(
        CopyStore store, DbTransaction transaction, ModelChanges changes, bool hasHistory, CancellationToken cancellationToken)
    {
        RowLayout layout = changes.Layout;
        IReadOnlyList<CopyColumn> columns = layout.Copy.Columns;
        List<object?[]> files = [];
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Source != CopyColumnSource.FileId) continue;
            int state = StateOf(columns, columns[i].Element!);
            foreach (object?[] row in changes.Rows)
            {
                if (row[i] is not string file || row[state] is not Uploaded) continue;
                files.Add([layout.Copy.Model, row[0], columns[i].Element, file, null, null, 0L, null, null, null]);
            }
        }

        if (files.Count > 0)
            await store.Database.InsertMissingAsync(transaction, CatalogTables.File, files, cancellationToken).ConfigureAwait(false);
        await CompareAsync(store, transaction, layout, hasHistory, changes.Ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes which files objects of a model do not have any more.</summary>
    public static Task CompareAsync(
        CopyStore store, DbTransaction transaction, RowLayout layout, bool hasHistory, IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken)
        => CompareAsync(
            store, transaction, layout.Copy.Model, hasHistory ? [layout.Table.Name, layout.History.Name] : [layout.Table.Name],
            layout.Copy.Columns.Where(static column => column.Source == CopyColumnSource.FileId)
                .Select(static column => (column.Element!, column.Name)),
            ids, cancellationToken);

    /// <summary>Notes that the files of fields whose columns were dropped are to be removed.</summary>
    public static Task<int> AddDroppedAsync(CopyStore store, CancellationToken cancellationToken)
    {
        string file = store.Dialect.Quote(CatalogTables.File.Name);
        return store.RunAsync(
            null,
            $"UPDATE {Table(store)} SET gone_at = {store.Dialect.Now}, next_at = NULL WHERE gone_at IS NULL AND NOT EXISTS (SELECT 1 FROM "
                + $"{store.Dialect.Qualify(CatalogTables.Field.Name)} c WHERE c.model = {file}.model AND c.field = {file}.field)",
            cancellationToken);
    }

    /// <summary>Notes that all files are to be removed.</summary>
    public static Task<int> AddAllAsync(CopyStore store, DbTransaction transaction, CancellationToken cancellationToken)
        => store.RunAsync(transaction, $"UPDATE {Table(store)} SET gone_at = {store.Dialect.Now}, next_at = NULL", cancellationToken);

    /// <summary>Queues the files of a table that was filled, and notes which ones were gone, while files were not copied.</summary>
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
                    + $"(SELECT 1 FROM {Table(store)} f WHERE f.model = @model AND f.id = t.id AND f.field = @field "
                    + $"AND f.file_id = t.{dialect.Quote(column.Name)})",
                cancellationToken,
                new("@model", CopyColumnKind.Key, model.Name), new("@field", CopyColumnKind.Key, column.Field),
                new("@state", CopyColumnKind.Key, Uploaded)).ConfigureAwait(false);
        }

        await CompareAsync(
            store, null, model.Name, [.. model.Tables],
            model.Columns.Where(static column => column is { IsActive: true, Source: "FileId" })
                .Select(static column => (column.Field!, column.Name)),
            null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next files that can be downloaded now.</summary>
    public static async Task<IReadOnlyList<WaitingFile>> ReadAsync(CopyStore store, int count, CancellationToken cancellationToken)
    {
        string query = Query(store.Dialect, FormattableString.Invariant($"{CatalogTables.FileWaits} AND attempts < {MaxAttempts}"), count);
        return await ReadAsync(store, query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next files that are to be removed.</summary>
    public static Task<IReadOnlyList<WaitingFile>> ReadGoneAsync(CopyStore store, int count, CancellationToken cancellationToken)
        => ReadAsync(store, Query(store.Dialect, CatalogTables.FileIsGone, count), cancellationToken);

    /// <summary>The query for the next files of which a condition is true.</summary>
    public static string Query(SqlDialect dialect, string condition, int count)
        => dialect.Limit(
            $"SELECT model, id, field, file_id, attempts, path FROM {dialect.Qualify(CatalogTables.File.Name)} WHERE {condition} "
                + $"AND (next_at IS NULL OR next_at <= {dialect.Now}) ORDER BY model, id, field, file_id",
            count);

    /// <summary>Which of the paths belong to a file that is to stay.</summary>
    public static async Task<HashSet<string>> StayingAsync(
        CopyStore store, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        await using DbCommand command = store.Command(
            null, $"SELECT path FROM {Table(store)} WHERE gone_at IS NULL AND {store.Dialect.IsOneOf("path", "@paths")}");
        store.Dialect.BindIds(command, "@paths", paths);
        List<object?[]> rows = await store.ReadAsync(command, [CopyColumnKind.Text], cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(static row => (string)row[0]!)];
    }

    /// <summary>How many files are not stored yet.</summary>
    public static async Task<long> CountAsync(CopyStore store, CancellationToken cancellationToken)
        => (long)(await store.ReadAsync(
            null, $"SELECT count(*) FROM {Table(store)} WHERE {CatalogTables.FileWaits}", [CopyColumnKind.BigInteger],
            cancellationToken).ConfigureAwait(false))[0][0]!;

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

    /// <summary>Notes that an object no longer has a file. If it has another one, that is queued with its row.</summary>
    public static Task<int> ForgetAsync(CopyStore store, WaitingFile file, CancellationToken cancellationToken)
        => UpdateAsync(store, file, $"gone_at = {store.Dialect.Now}, next_at = NULL", cancellationToken);

    /// <summary>Forgets a file that was removed.</summary>
    public static Task<int> RemovedAsync(CopyStore store, WaitingFile file, CancellationToken cancellationToken)
        => store.RunAsync(
            null, $"DELETE FROM {Table(store)} WHERE {Condition} AND gone_at IS NOT NULL", cancellationToken, Key(file));

    /// <summary>Notes which files of objects neither their rows nor, with a history, their versions have any more.</summary>
    /// <param name="store">The database.</param>
    /// <param name="transaction">The transaction; null for none.</param>
    /// <param name="model">The model.</param>
    /// <param name="tables">The table of its objects and, with a history, that of their versions.</param>
    /// <param name="columns">The fields that have files, with the columns of the files' ids.</param>
    /// <param name="ids">The objects; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private static async Task CompareAsync(
        CopyStore store, DbTransaction? transaction, string model, string[] tables, IEnumerable<(string Field, string Name)> columns,
        IReadOnlyCollection<string>? ids, CancellationToken cancellationToken)
    {
        if (ids is { Count: 0 }) return;
        SqlDialect dialect = store.Dialect;
        string file = dialect.Quote(CatalogTables.File.Name);
        foreach ((string field, string column) in columns)
        {
            string exists = string.Join(" OR ", tables.Select(table => $"EXISTS (SELECT 1 FROM {dialect.Qualify(table)} t "
                + $"WHERE t.id = {file}.id AND t.{dialect.Quote(column)} = {file}.file_id)"));
            string of = "model = @model AND field = @field" + (ids is null ? "" : $" AND {dialect.IsOneOf("id", "@ids")}");
            string[] statements =
            [
                $"UPDATE {Table(store)} SET gone_at = {dialect.Now}, next_at = NULL WHERE {of} AND gone_at IS NULL AND NOT ({exists})",
                // Its file may be removed already.
                $"UPDATE {Table(store)} SET gone_at = NULL, stored_at = NULL, next_at = NULL, attempts = 0 "
                    + $"WHERE {of} AND gone_at IS NOT NULL AND ({exists})",
            ];
            foreach (string statement in statements)
            {
                await using DbCommand command = store.Command(
                    transaction, statement, new DbParameterValue("@model", CopyColumnKind.Key, model),
                    new DbParameterValue("@field", CopyColumnKind.Key, field));
                if (ids is not null) dialect.BindIds(command, "@ids", ids);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<IReadOnlyList<WaitingFile>> ReadAsync(
        CopyStore store, string query, CancellationToken cancellationToken)
    {
        CopyColumnKind[] kinds =
        [
            CopyColumnKind.Key, CopyColumnKind.Id, CopyColumnKind.Key, CopyColumnKind.Id, CopyColumnKind.Integer, CopyColumnKind.Text,
        ];
        List<object?[]> rows = await store.ReadAsync(null, query, kinds, cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(static row => new WaitingFile(
                (string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, (int)(long)row[4]!) { Path = (string?)row[5] }),
        ];
    }

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
