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
    public async Task<MirrorPlan> PlanAsync()
    {
        DataModel dataModel = await app.Deployment.GetDataModelAsync(cancellationToken).ConfigureAwait(false);
        bool exists = await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false);
        CopyCatalog catalog = exists
            ? await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false)
            : CopyCatalog.Empty;
        IReadOnlyList<DatabaseTable> tables = await store.Database.ReadTablesAsync(store.Connection, cancellationToken)
            .ConfigureAwait(false);
        CopyPlan plan = CopyPlanner.Plan(catalog, tables, dataModel, options, Dialect, DateTimeOffset.UtcNow);
        var decisions = new List<MirrorDecision>(plan.Obstacles);
        foreach (RetiringColumn column in plan.Retiring)
        {
            IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
                store.Connection, column.Table, column.Column.Length == 0 ? null : column.Column, cancellationToken).ConfigureAwait(false);
            if (users.Count == 0) continue;
            decisions.Add(new MirrorDecision(
                (column.Column.Length == 0 ? $"The table '{column.Table}'" : $"The column '{column.Column}' of the table '{column.Table}'")
                + " will no longer be written, and "
                + $"{string.Join(", ", users.Select(static user => $"the {user.Kind} {user.Name}"))} uses it."
                + (column.NewName == column.Column ? "" : $" It will read '{column.NewName}', which has the old values.")
                + " Create it again after the change.")
            {
                Model = column.Model,
                Column = column.Column.Length == 0 ? null : column.Column,
                UsedBy = users,
            });
        }

        if (exists)
        {
            var status = new StatusReader(store, cancellationToken);
            decisions.AddRange(StatusReader.Used(await status.RetiredAsync(catalog).ConfigureAwait(false)));
            decisions.AddRange(await status.UsedTablesAsync(catalog).ConfigureAwait(false));
        }

        return Plans.Of(plan, exists ? [] : CopyState.Create(Dialect), decisions);
    }

    public async Task ReloadAsync(IReadOnlyList<string>? models)
    {
        await RequireCopyAsync().ConfigureAwait(false);
        CopyCatalog catalog = await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
        string[] copied = [.. catalog.Models.Where(static model => model.Phase is not null).Select(static model => model.Name)];
        if (models?.FirstOrDefault(name => !copied.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ArgumentException(
                $"The copy has no model '{unknown}'. It has: {string.Join(", ", copied.Order(StringComparer.Ordinal))}.", nameof(models));
        }

        StateRow row = (await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false))!;
        string[] wanted = [.. row.Reload.Union(models ?? copied, StringComparer.Ordinal)];
        await CopyState.RequestReloadAsync(store, wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops what the data model no longer has, one object at a time.</summary>
    public async Task<MirrorPlan> PruneAsync()
    {
        await RequireCopyAsync().ConfigureAwait(false);
        CopyCatalog catalog = await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
        List<MirrorPlanStep> steps = [];
        List<MirrorDecision> decisions = [];
        foreach (CatalogModel model in catalog.Models.ToArray())
        {
            if (model.RetiredAt is not null)
            {
                IEnumerable<SqlStatement> drops = [.. Views(model), .. Tables(model).Select(Dialect.DropTable)];
                await DropAsync(model, null, "The data model no longer has the model", drops, without: null).ConfigureAwait(false);
                continue;
            }

            CatalogModel present = model;
            foreach (CatalogColumn column in model.Retired.ToArray())
            {
                CatalogModel without = present with { Columns = [.. present.Columns.Where(other => other.Name != column.Name)] };
                IEnumerable<SqlStatement> index = column.IsIndexed
                    ? [Dialect.DropIndex(CopyIndexes.NameOf(model.Table, column.Name), model.Table)]
                    : [];
                IEnumerable<SqlStatement> drops = [.. index, .. Tables(model).Select(table => Dialect.DropColumn(table, column.Name))];
                string reason = $"The data model no longer has the field of '{column.Name}'";
                if (await DropAsync(present, column.Name, reason, drops, without).ConfigureAwait(false)) present = without;
            }
        }

        return new MirrorPlan(steps, decisions);

        async Task<bool> DropAsync(
            CatalogModel model, string? column, string reason, IEnumerable<SqlStatement> statements, CatalogModel? without)
        {
            IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
                store.Connection, model.Table, column, cancellationToken).ConfigureAwait(false);
            if (users.Count > 0)
            {
                decisions.Add(new MirrorDecision(
                    (column is null ? "The table" : $"The column '{column}' of the table") + $" '{model.Table}' stays, because "
                    + $"{string.Join(", ", users.Select(static user => $"the {user.Kind} {user.Name}"))} uses it.")
                {
                    Model = model.Name, Column = column, UsedBy = users,
                });
                return false;
            }

            CopyCatalog after = catalog with
            {
                Models = without is null
                    ? [.. catalog.Models.Where(other => other.Name != model.Name)]
                    : [.. catalog.Models.Select(other => other.Name == model.Name ? without : other)],
            };
            SqlStatement[] all = [.. statements];
            await using DbTransaction transaction = await store.BeginAsync(TransactionPurpose.Ddl, cancellationToken).ConfigureAwait(false);
            foreach (SqlStatement statement in all)
                await store.RunLongAsync(transaction, statement.Text, cancellationToken).ConfigureAwait(false);
            await store.WriteCatalogAsync(transaction, catalog, after, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            catalog = after;
            steps.AddRange(all.Select(statement => new MirrorPlanStep(statement.Text, reason) { Model = model.Name }));
            return true;
        }
    }

    /// <summary>Lets the copy belong to the client's deployment.</summary>
    public async Task AdoptAsync(MirrorAdoption adoption)
    {
        await RequireCopyAsync().ConfigureAwait(false);
        StateRow row = (await CopyState.ReadAsync(store, null, cancellationToken).ConfigureAwait(false))!;
        if (row.Owner is not null && !row.IsExpired)
            throw new DatabaseMirrorException($"The worker {row.Owner} writes to the copy. Stop it first.");
        var identity = DeploymentIdentity.Of(app);
        CopyCatalog catalog = await store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
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
                .. catalog.Models.SelectMany(Tables), CatalogTables.Problem.Name, CatalogTables.Shape.Name,
            ];
            foreach (string table in tables)
                await store.RunLongAsync(transaction, $"DELETE FROM {Dialect.Qualify(table)}", cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Tables(CatalogModel model)
        => model.HasHistory ? [model.Table, NamesOf(model).HistoryName] : [model.Table];

    // Names depend on the model's name alone.
    private static CopyTable NamesOf(CatalogModel model) => new(model.Name, model.Table, []);

    private IEnumerable<SqlStatement> Views(CatalogModel model)
        => model.LabelsView is null ? [] : [Dialect.DropView(NamesOf(model).LabelsName)];

    private async Task RequireCopyAsync()
    {
        if (await CopyState.ExistsAsync(store, cancellationToken).ConfigureAwait(false)) return;
        throw new DatabaseMirrorException($"The database {store.Database.Place} has no copy. Run the mirror first.")
        {
            Fault = DatabaseFault.NoDatabase,
        };
    }
}
