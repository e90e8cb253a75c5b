using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Running;

/// <summary>Writes the rows of a step inside its transaction.</summary>
internal sealed class StepWriter(CopyStore store, DatabaseMirrorOptions options, KnownProblems known)
{
    private const string Savepoint = "journeyapps_rows";

    private SqlDialect Dialect => store.Dialect;

    /// <summary>Writes the changes of a step.</summary>
    /// <returns>How many rows were written or deleted.</returns>
    public async Task<long> WriteAsync(
        DbTransaction transaction, IReadOnlyList<ModelChanges> changes, CancellationToken cancellationToken)
    {
        List<RowProblem>[] problems = [.. changes.Select(static model => model.Problems.ToList())];
        long written = await UpsertAsync(transaction, changes, problems, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < changes.Count; i++)
        {
            ModelChanges model = changes[i];
            RowLayout layout = model.Layout;
            written += await DeleteAsync(transaction, layout.Table, model.Deletions, cancellationToken).ConfigureAwait(false);
            if (options.Files is not null)
                await FileQueue.AddAsync(store, transaction, model, HasHistory(layout), cancellationToken).ConfigureAwait(false);
            await known.ReplaceAsync(transaction, layout.Copy.Model, model.Ids, problems[i], cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

    /// <summary>Removes the rows of a range that the deployment does not have.</summary>
    public async Task<long> RemoveOthersAsync(
        DbTransaction transaction, RowLayout layout, MirrorStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<string> gone = [];
        await using (DbCommand command = SelectIds(transaction, layout.Table, step))
        await using (DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                string id = (string)Dialect.Read(reader, 0, CopyColumnKind.Id)!;
                if (!step.ExistingIds!.Contains(id)) gone.Add(id);
            }
        }

        CopyDeletion[] deletions = [.. gone.Select(id => new CopyDeletion(id, step.LoadSequence, now))];
        long removed = await DeleteAsync(transaction, layout.Table, deletions, cancellationToken).ConfigureAwait(false);
        if (options.Files is not null)
            await FileQueue.CompareAsync(store, transaction, layout, HasHistory(layout), gone, cancellationToken).ConfigureAwait(false);
        await known.ReplaceAsync(transaction, layout.Copy.Model, gone, [], cancellationToken).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Gives each object without a version its present row as the first one.</summary>
    public static Task<int> BeginHistoryAsync(
        CopyStore store, DbTransaction transaction, RowLayout layout, CancellationToken cancellationToken)
    {
        SqlDialect dialect = store.Dialect;
        string history = dialect.Qualify(layout.History.Name);
        string sequence = dialect.Quote(CopyNames.Sequence);
        string values = string.Join(", ", layout.Table.Columns.Select(column => column.Name == CopyNames.Sequence
            ? $"coalesce(t.{sequence}, 0)"
            : $"t.{dialect.Quote(column.Name)}"));
        return store.RunAsync(
            transaction,
            $"INSERT INTO {history} ({store.Columns(layout.History)}) SELECT {values} FROM {dialect.Qualify(layout.Table.Name)} t "
                + $"WHERE NOT EXISTS (SELECT 1 FROM {history} h WHERE h.id = t.id)",
            cancellationToken);
    }

    private bool HasHistory(RowLayout layout) => options.KeepsVersions(layout.Copy.Model);

    private DbCommand SelectIds(DbTransaction transaction, SqlTable table, MirrorStep step)
    {
        List<string> conditions = [];
        List<DbParameterValue> parameters = [];
        Bound("id >= @from", "@from", step.FromId);
        Bound("id < @to", "@to", step.ToId);
        if (options.MarkDeletes) conditions.Add($"{Dialect.Quote(CopyNames.DeletedAt)} IS NULL");
        string where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return store.Command(transaction, $"SELECT id FROM {Dialect.Qualify(table.Name)}{where}", [.. parameters]);

        void Bound(string condition, string name, string? id)
        {
            if (id is null) return;
            conditions.Add(condition);
            parameters.Add(new DbParameterValue(name, CopyColumnKind.Id, id));
        }
    }

    private async Task<long> DeleteAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<CopyDeletion> deletions, CancellationToken cancellationToken)
    {
        if (deletions.Count == 0) return 0;
        if (options.MarkDeletes)
            return await store.Database.MarkDeletedAsync(transaction, table, deletions, cancellationToken).ConfigureAwait(false);
        await using DbCommand command = store.Command(
            transaction, $"DELETE FROM {Dialect.Qualify(table.Name)} WHERE {Dialect.IsOneOf("id", "@ids")}");
        Dialect.BindIds(command, "@ids", [.. deletions.Select(static deletion => deletion.Id)]);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // The tables of a step have one savepoint together, because each savepoint is a separate transaction in the database and takes two
    // requests. Only a step in which a value is refused has one for each table.
    private async Task<long> UpsertAsync(
        DbTransaction transaction, IReadOnlyList<ModelChanges> changes, List<RowProblem>[] problems, CancellationToken cancellationToken)
    {
        if (!changes.Any(static model => model.Rows.Count > 0 || model.Versions.Count > 0)) return 0;
        long written = 0;
        if (await TryAsync(transaction, UpsertAllAsync, cancellationToken).ConfigureAwait(false) is null) return written;
        written = 0;
        for (int i = 0; i < changes.Count; i++)
        {
            RowLayout layout = changes[i].Layout;
            written += await UpsertAsync(transaction, layout.Table, changes[i].Rows, problems[i], cancellationToken).ConfigureAwait(false);
            if (changes[i].Versions.Count == 0) continue;
            // Problems of versions are those of the rows.
            await UpsertAsync(transaction, layout.History, changes[i].Versions, [], cancellationToken).ConfigureAwait(false);
        }

        return written;

        async Task UpsertAllAsync()
        {
            foreach (ModelChanges model in changes)
            {
                if (model.Rows.Count > 0)
                {
                    written += await store.Database.UpsertAsync(transaction, model.Layout.Table, model.Rows, cancellationToken)
                        .ConfigureAwait(false);
                }

                if (model.Versions.Count > 0)
                {
                    await store.Database.UpsertAsync(transaction, model.Layout.History, model.Versions, cancellationToken)
                        .ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<long> UpsertAsync(
        DbTransaction transaction, SqlTable table, IReadOnlyList<object?[]> rows, List<RowProblem> problems,
        CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return 0;
        long written = 0;
        if (await TryAsync(transaction, UpsertAllAsync, cancellationToken).ConfigureAwait(false) is null) return written;
        if (rows is [var row]) return await UpsertPartsAsync(transaction, table, row, problems, cancellationToken).ConfigureAwait(false);
        written = 0;
        foreach (object?[] one in rows)
            written += await UpsertAsync(transaction, table, [one], problems, cancellationToken).ConfigureAwait(false);
        return written;

        async Task UpsertAllAsync()
            => written = await store.Database.UpsertAsync(transaction, table, rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a row that the database refused, without the values for which it does so.</summary>
    private async Task<long> UpsertPartsAsync(
        DbTransaction transaction, SqlTable table, object?[] row, List<RowProblem> problems, CancellationToken cancellationToken)
    {
        string id = (string)row[0]!;
        var accepted = new object?[row.Length];
        foreach (string key in table.Key) accepted[table.IndexOf(key)] = row[table.IndexOf(key)];
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] is null || table.IsKey(table.Columns[i].Name)) continue;
            accepted[i] = row[i];
            Exception? refusal = await TryAsync(
                transaction, () => store.Database.UpsertAsync(transaction, table, [accepted], cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            if (refusal is null) continue;
            accepted[i] = null;
            string value = ValueEquality.Text(row[i])!;
            problems.Add(new RowProblem(id, table.Columns[i].Name, $"The database refuses the value: {refusal.Message}", value));
        }

        return await store.Database.UpsertAsync(transaction, table, [accepted], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a write that the database may refuse. The transaction can be used after a refusal.</summary>
    /// <returns>Why it was refused; null if it was not.</returns>
    private async Task<Exception?> TryAsync(DbTransaction transaction, Func<Task> write, CancellationToken cancellationToken)
    {
        await SaveAsync(transaction, cancellationToken).ConfigureAwait(false);
        try
        {
            await write().ConfigureAwait(false);
            await ReleaseAsync(transaction, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            await ReturnAsync(transaction, cancellationToken).ConfigureAwait(false);
            return fault;
        }
    }

    // Some drivers refuse a value before they send it, with an exception that is not a DbException.
    private bool IsRefusal(Exception fault) => store.Database.Classify(fault) == DatabaseFault.RefusedValue;

    private Task SaveAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => store.Database.KeepsTransactionAfterRefusal ? Task.CompletedTask : transaction.SaveAsync(Savepoint, cancellationToken);

    // What was written of a page before the refused row is written again, as equal rows.
    private Task ReturnAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => store.Database.KeepsTransactionAfterRefusal ? Task.CompletedTask : transaction.RollbackAsync(Savepoint, cancellationToken);

    // SQL Server has no statement for it.
    private Task ReleaseAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => store.Database.KeepsTransactionAfterRefusal || !transaction.SupportsSavepoints
            ? Task.CompletedTask
            : transaction.ReleaseAsync(Savepoint, cancellationToken);
}
