using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Running;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Operations;

/// <summary>What a person does with a copy beside running it.</summary>
internal sealed class CopyOperations(
    JourneyClient app, CopyStore store, DatabaseMirrorOptions options, CancellationToken cancellationToken)
{
    private SqlDialect Dialect => store.Dialect;

    /// <summary>The plan for the deployed data model.</summary>
    public async Task<MirrorPlan> PlanAsync(DataModel dataModel)
    {
        bool exists = await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false);
        CopyCatalog known = exists
            ? await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false)
            : CopyCatalog.Empty;
        IReadOnlyList<DatabaseTable> tables = await store.Database.ReadTablesAsync(store.Connection, cancellationToken)
            .ConfigureAwait(false);
        CopyCatalog catalog = known.In(tables);
        CopyPlan plan = CopyPlanner.Plan(catalog, tables, dataModel, options, Dialect, DateTimeOffset.UtcNow);
        var decisions = new List<MirrorDecision>(plan.Obstacles);
        foreach (RetiringColumn column in plan.Retiring)
        {
            IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
                store.Connection, column.Table, column.Column, cancellationToken).ConfigureAwait(false);
            if (users.Count == 0) continue;
            decisions.Add(new MirrorDecision(
                (column.Column is null ? $"The table '{column.Table}'" : $"The column '{column.Column}' of the table '{column.Table}'")
                + " will no longer be written, and "
                + $"{DependentObject.Use(users)}."
                + (column.NewName == column.Column ? "" : $" It will read '{column.NewName}', which has the old values.")
                + " Create it again after the change.")
            {
                Model = column.Model,
                Column = column.Column,
                UsedBy = users,
            });
        }

        if (exists)
        {
            var status = new StatusReader(store, countsRows: false, cancellationToken);
            decisions.AddRange(StatusReader.Used(await status.RetiredAsync(catalog).ConfigureAwait(false)));
            decisions.AddRange(await status.UsedTablesAsync(catalog).ConfigureAwait(false));
        }

        IEnumerable<SqlStatement> own = !exists ? CopyState.Create(Dialect)
            : options.Files is null ? []
            : await FileQueue.MissingIndexesAsync(store, cancellationToken).ConfigureAwait(false);
        return Plans.Of(plan, own, decisions);
    }

    public async Task ReloadAsync(IReadOnlyList<string>? models)
    {
        CopyCatalog catalog = await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
        string[] copied = [.. catalog.Models.Where(static model => model.Phase is not null).Select(static model => model.Name)];
        if (models?.FirstOrDefault(name => !copied.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ArgumentException(
                $"The copy has no model '{unknown}'. It has: {string.Join(", ", copied.Order(StringComparer.Ordinal))}.", nameof(models));
        }

        await CopyState.RequestReloadAsync(store, models ?? copied, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops what the data model no longer has.</summary>
    public async Task<MirrorPlan> PruneAsync()
    {
        (_, CopyCatalog existing) = await DroppedTables.ReadAsync(store, cancellationToken).ConfigureAwait(false);
        var pruner = new CopyPruner(store, existing);
        MirrorPlan pruned = await pruner.RunAsync(
            async work =>
            {
                await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Ddl, cancellationToken)
                    .ConfigureAwait(false);
                await work(transaction).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        // The worker removes them.
        await FileQueue.AddDroppedAsync(store, cancellationToken).ConfigureAwait(false);
        return pruned;
    }

    /// <summary>Lets the copy belong to the client's deployment.</summary>
    public async Task AdoptAsync(MirrorAdoption adoption)
    {
        StateRow row = (await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false))!;
        if (row.Owner is not null && !row.IsExpired)
            throw new DatabaseMirrorException($"The worker {row.Owner} writes to the copy. Stop it first.");
        var identity = DeploymentIdentity.Of(app);
        (_, CopyCatalog existing) = await DroppedTables.ReadAsync(store, cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Step, cancellationToken).ConfigureAwait(false);
        string discards = adoption == MirrorAdoption.Discard ? ", checkpoint = NULL, up_to_date_at = NULL, reload = NULL" : "";
        await store.RunAsync(
            transaction,
            $"UPDATE {CopyState.Table(store)} SET deployment = @deployment, address = @address, version = version + 1{discards} "
                + "WHERE id = 1",
            cancellationToken,
            new("@deployment", CopyColumnKind.Key, identity.Id), new("@address", CopyColumnKind.Text, identity.Address))
            .ConfigureAwait(false);
        if (adoption == MirrorAdoption.Discard)
        {
            string[] tables =
            [
                .. existing.Models.SelectMany(static model => model.Tables),
                CatalogTables.Problem.Name, CatalogTables.Shape.Name,
            ];
            foreach (string table in tables)
                await store.RunLongAsync(transaction, $"DELETE FROM {Dialect.Qualify(table)}", cancellationToken).ConfigureAwait(false);
            await FileQueue.AddAllAsync(store, transaction, cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
