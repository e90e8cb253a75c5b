using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;

namespace JourneyApps.Mirroring.Running;

/// <summary>Creates the indexes of links when their models are loaded.</summary>
internal sealed class IndexCreator(WriterSession session, DatabaseMirrorOptions options)
{
    /// <summary>The indexes that are not created yet.</summary>
    public IReadOnlyList<PlannedIndex> Planned { get; set; } = [];

    private CopyStore Store => session.Store;

    /// <summary>Creates the indexes of the models that are loaded.</summary>
    /// <returns>What the copy then knows about its tables.</returns>
    public async Task<CopyCatalog> CreateAsync(
        CopyCatalog catalog, IReadOnlyDictionary<string, MirrorPhase> phases, CancellationToken cancellationToken)
    {
        if (Planned.Count == 0 || options.Ddl == MirrorDdl.None) return catalog;
        PlannedIndex[] due =
        [
            .. Planned.Where(index => phases.TryGetValue(index.Model, out MirrorPhase phase) && phase != MirrorPhase.Loading),
        ];
        foreach (PlannedIndex index in due)
        {
            CopyCatalog after = With(catalog, index);
            try
            {
                await CreateAsync(index, after, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException busy) when (Store.Database.Classify(busy) == DatabaseFault.LockTimeout)
            {
                // An index can wait: it is tried again after the next step.
                return catalog;
            }

            catalog = after;
            Planned = [.. Planned.Where(other => other != index)];
            options.Progress?.Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TablesChanged)
            {
                Model = index.Model,
                Statements = [index.Step.Statement],
            });
        }

        return catalog;
    }

    private static CopyCatalog With(CopyCatalog catalog, PlannedIndex index)
    {
        CatalogModel model = catalog.Find(index.Model)!;
        CatalogColumn column = model.Active(index.Column)!;
        CatalogModel changed = model.With(column.Name, column with { IsIndexed = true });
        return catalog with { Models = [.. catalog.Models.Select(other => other.Name == model.Name ? changed : other)] };
    }

    // Only this row: somebody can prune other columns at the same time.
    private static object?[] RowOf(CopyCatalog catalog, PlannedIndex index)
        => CatalogRows.OfColumns(catalog.Find(index.Model)!).Single(row => (string)row[1]! == index.Column);

    private async Task CreateAsync(PlannedIndex index, CopyCatalog after, CancellationToken cancellationToken)
    {
        if (index.Step.RunsAlone)
            await session.UseAsync(() => RunAloneAsync(index.Step.Statement, cancellationToken), cancellationToken).ConfigureAwait(false);
        await session.ChangeTablesAsync(
            async transaction =>
            {
                if (!index.Step.RunsAlone)
                    await Store.RunLongAsync(transaction, index.Step.Statement, cancellationToken).ConfigureAwait(false);
                await Store.Database.UpsertAsync(transaction, CatalogTables.Field, [RowOf(after, index)], cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> RunAloneAsync(string statement, CancellationToken cancellationToken)
    {
        await Store.Database.RemoveInvalidIndexesAsync(Store.Connection, cancellationToken).ConfigureAwait(false);
        return await Store.RunLongAsync(null, statement, cancellationToken).ConfigureAwait(false);
    }
}
