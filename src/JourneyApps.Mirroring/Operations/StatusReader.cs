using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Running;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Operations;

/// <summary>Reads the state of a copy from its database.</summary>
internal sealed class StatusReader(CopyStore store, bool countsRows, CancellationToken cancellationToken)
{
    private const int MaxProblems = 100;
    private const int MaxCounted = 10_000;

    /// <summary>The status of a database without a copy.</summary>
    public static DatabaseMirrorStatus NoCopy { get; } = new()
    {
        Decisions = [new MirrorDecision("The database has no copy. Run the mirror.")],
    };

    public async Task<DatabaseMirrorStatus> ReadAsync()
    {
        if (!await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false)
            || await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false) is not { } row)
            return NoCopy;
        (CopyCatalog catalog, CopyCatalog existing) = await DroppedTables.ReadAsync(store, cancellationToken).ConfigureAwait(false);
        Dictionary<string, long> problems = await CountProblemsAsync().ConfigureAwait(false);
        var models = new List<ModelCopyStatus>();
        foreach (CatalogModel model in catalog.Models.OrderBy(static model => model.Name, StringComparer.Ordinal))
        {
            (long rows, bool isEstimated) = existing.Find(model.Name) is null
                ? (0, false)
                : await CountAsync(model.Table).ConfigureAwait(false);
            models.Add(new ModelCopyStatus(model.Name, model.Table)
            {
                Phase = model.Phase,
                Rows = rows,
                RowsAreEstimated = isEstimated,
                Problems = problems.GetValueOrDefault(model.Name),
                LoadedAt = model.LoadedAt,
                RetiredAt = model.RetiredAt,
            });
        }

        IReadOnlyList<RetiredColumn> retired = await RetiredAsync(existing).ConfigureAwait(false);
        bool hasOwner = row.Owner is not null && !row.IsExpired;
        return new DatabaseMirrorStatus
        {
            Exists = true,
            Deployment = row.Address,
            Models = models,
            Retired = retired,
            Problems = await ReadProblemsAsync().ConfigureAwait(false),
            FilesWaiting = await FileQueue.CountAsync(store, cancellationToken).ConfigureAwait(false),
            Owner = row.Owner,
            LeaseUntil = row.LeaseUntil,
            HasOwner = hasOwner,
            UpToDateAt = row.UpToDateAt,
            Lag = row.UpToDateAt is { } at ? row.Now - at : null,
            Decisions =
            [
                .. DroppedTables.Decisions(catalog, existing),
                .. Used(retired),
                .. await UsedTablesAsync(existing).ConfigureAwait(false),
                .. problems.Where(static model => model.Value > 0).Select(static model => new MirrorDecision(FormattableString.Invariant(
                    $"{model.Value} values of the model '{model.Key}' do not fit into the copy; see the table _journeyapps_problem."))
                {
                    Model = model.Key,
                }),
            ],
        };
    }

    /// <summary>The retired columns with what uses them.</summary>
    public async Task<IReadOnlyList<RetiredColumn>> RetiredAsync(CopyCatalog catalog)
    {
        var retired = new List<RetiredColumn>();
        foreach (CatalogModel model in catalog.Models)
        {
            foreach (CatalogColumn column in model.Retired)
            {
                IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
                    store.Connection, model.Table, column.Name, cancellationToken).ConfigureAwait(false);
                retired.Add(new RetiredColumn(model.Name, model.Table, column.Name, users)
                {
                    OriginalName = column.OriginalName,
                    RetiredAt = column.RetiredAt,
                });
            }
        }

        return retired;
    }

    /// <summary>What a person has to do about retired columns.</summary>
    public static IEnumerable<MirrorDecision> Used(IEnumerable<RetiredColumn> retired)
        => retired.Where(static column => column.UsedBy.Count > 0).Select(static column => new MirrorDecision(
            $"The column '{column.Column}' of the table '{column.Table}' is no longer written, and "
            + $"{DependentObject.Use(column.UsedBy, "still ")}."
            + (column.Column == column.OriginalName ? "" : $" The present values are in the column '{column.OriginalName}'.")
            + " Drop it or create it again without the column.")
        {
            Model = column.Model,
            Column = column.Column,
            UsedBy = column.UsedBy,
        });

    /// <summary>What a person has to do about tables of models that the data model no longer has.</summary>
    public async Task<IReadOnlyList<MirrorDecision>> UsedTablesAsync(CopyCatalog catalog)
    {
        var decisions = new List<MirrorDecision>();
        foreach (CatalogModel model in catalog.Models.Where(static model => model.RetiredAt is not null))
        {
            IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
                store.Connection, model.Table, null, cancellationToken).ConfigureAwait(false);
            if (users.Count == 0) continue;
            decisions.Add(new MirrorDecision(
                $"The table '{model.Table}' is no longer written, because the data model no longer has the model '{model.Name}', and "
                + $"{DependentObject.Use(users, "still ")}. Drop it.")
            {
                Model = model.Name,
                UsedBy = users,
            });
        }

        return decisions;
    }

    /// <summary>Counts rows, those of a large table only if this was asked for: every database reads a whole table to count it.</summary>
    private async Task<(long Rows, bool IsEstimated)> CountAsync(string table)
    {
        string rows = store.Dialect.Qualify(table);
        string some = store.Dialect.Limit($"SELECT id FROM {rows} ORDER BY id", MaxCounted + 1);
        string source = countsRows ? rows : $"({some}) counted";
        long count = (long)(await store.ReadAsync(null, $"SELECT count(*) FROM {source}", [CopyColumnKind.BigInteger], cancellationToken)
            .ConfigureAwait(false))[0][0]!;
        if (countsRows || count <= MaxCounted) return (count, false);
        long? estimate = await store.Database.EstimateRowsAsync(store.Connection, table, cancellationToken).ConfigureAwait(false);
        return (Math.Max(count, estimate ?? 0), true);
    }

    private async Task<Dictionary<string, long>> CountProblemsAsync()
    {
        List<object?[]> rows = await store.ReadAsync(
            null, $"SELECT model, count(*) FROM {store.Dialect.Qualify(CatalogTables.Problem.Name)} GROUP BY model",
            [CopyColumnKind.Key, CopyColumnKind.BigInteger], cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(static row => (string)row[0]!, static row => (long)row[1]!, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<MirrorProblem>> ReadProblemsAsync()
    {
        string all = $"SELECT {store.Columns(CatalogTables.Problem)} FROM {store.Dialect.Qualify(CatalogTables.Problem.Name)} "
            + "ORDER BY model, id, column_name";
        List<object?[]> rows = await store.ReadAsync(
            null, store.Dialect.Limit(all, MaxProblems), [.. CatalogTables.Problem.Columns.Select(static column => column.Kind)],
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(static row => new MirrorProblem(
                (string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!)
            {
                Value = (string?)row[4],
                FoundAt = (DateTimeOffset?)row[5],
            }),
        ];
    }
}
