using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>Drops what the data model no longer has, one table or column at a time. What somebody uses stays.</summary>
internal sealed class CopyPruner(CopyStore store, CopyCatalog catalog)
{
    private readonly List<MirrorPlanStep> _steps = [];
    private readonly List<MirrorDecision> _decisions = [];

    /// <summary>What the copy knows about its tables afterwards.</summary>
    public CopyCatalog Catalog { get; private set; } = catalog;

    private SqlDialect Dialect => store.Dialect;

    /// <summary>Drops it.</summary>
    /// <param name="write">Runs a part of the work in a transaction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statements that were run, and what could not be dropped.</returns>
    public async Task<MirrorPlan> RunAsync(Func<Func<DbTransaction, Task>, Task> write, CancellationToken cancellationToken)
    {
        foreach (string name in Catalog.Models.Select(static model => model.Name).ToArray())
        {
            CatalogModel model = Catalog.Find(name)!;
            if (model.RetiredAt is not null)
            {
                IEnumerable<SqlStatement> view = model.LabelsView is null ? [] : [Dialect.DropView(model.LabelsName)];
                SqlStatement[] all = [.. view, .. model.Tables.Select(Dialect.DropTable)];
                await DropAsync(write, model, null, all, cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (CatalogColumn column in model.Retired.ToArray())
            {
                IEnumerable<SqlStatement> index = column.IsIndexed
                    ? [Dialect.DropIndex(CopyIndexes.NameOf(model.Table, column.Name), model.Table)]
                    : [];
                SqlStatement[] all = [.. index, .. model.Tables.Select(table => Dialect.DropColumn(table, column.Name))];
                await DropAsync(write, model, column.Name, all, cancellationToken).ConfigureAwait(false);
            }
        }

        return new MirrorPlan(_steps, _decisions);
    }

    private async Task DropAsync(
        Func<Func<DbTransaction, Task>, Task> write, CatalogModel model, string? column, SqlStatement[] statements,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<DependentObject> users = await store.Database.ReadDependentsAsync(
            store.Connection, model.Table, column, cancellationToken).ConfigureAwait(false);
        if (users.Count > 0)
        {
            _decisions.Add(new MirrorDecision(
                (column is null ? "The table" : $"The column '{column}' of the table") + $" '{model.Table}' stays, because "
                + $"{DependentObject.Use(users)}.")
            {
                Model = model.Name,
                Column = column,
                UsedBy = users,
            });
            return;
        }

        CopyCatalog after = Without(model.Name, column);
        await write(async transaction =>
        {
            foreach (SqlStatement statement in statements)
                await store.RunLongAsync(transaction, statement.Text, cancellationToken).ConfigureAwait(false);
            await store.WriteCatalogAsync(transaction, Catalog, after, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        Catalog = after;
        string reason = column is null
            ? $"The data model no longer has the model '{model.Name}'"
            : $"The column '{column}' is no longer written";
        _steps.AddRange(statements.Select(statement => new MirrorPlanStep(statement.Text, reason) { Model = model.Name }));
    }

    private CopyCatalog Without(string model, string? column) => Catalog with
    {
        Models = column is null
            ? [.. Catalog.Models.Where(other => other.Name != model)]
            : [.. Catalog.Models.Select(other => other.Name != model
                ? other
                : other with { Columns = [.. other.Columns.Where(each => each.Name != column)] })],
    };
}
