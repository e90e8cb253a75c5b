using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Running;

/// <summary>Changes the tables before rows of another data model are written: in a separate transaction, which waits for a lock for a
/// short time only and is then tried again, because a waiting change blocks every reader that comes after it.</summary>
internal sealed class TableChanger(WriterSession session, DatabaseMirrorOptions options)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, RowLayout> _layouts = new(StringComparer.Ordinal);
    private readonly IndexCreator _indexes = new(session, options);

    /// <summary>What the copy knows about its tables.</summary>
    public CopyCatalog Catalog { get; set; } = CopyCatalog.Empty;

    /// <summary>The tables by model, as the last data model has them.</summary>
    public IReadOnlyDictionary<string, RowLayout> Layouts => _layouts;

    private CopyStore Store => session.Store;

    /// <summary>Makes the tables fit a data model.</summary>
    public async Task FitAsync(DataModel dataModel, CancellationToken cancellationToken)
    {
        var backOff = new BackOff(LongestWait);
        while (true)
        {
            CopyPlan plan = await PlanAsync(dataModel, cancellationToken).ConfigureAwait(false);
            if (plan.Obstacles is [var obstacle, ..])
                throw new DatabaseMirrorException(obstacle.Message) { Fault = DatabaseFault.AlreadyExists };
            MirrorPlanStep[] missing = options.Ddl == MirrorDdl.None
                ? [.. plan.Steps.Where(static step => step.IsRequired)]
                : [];
            TimeSpan wait = backOff.Next();
            if (missing.Length > 0)
            {
                Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.WaitingForTables)
                {
                    Message = "The data model has changed, and the mirror must not change tables. Run the statements; the mirror resumes.",
                    Statements = [.. missing.Select(static step => step.Statement)],
                    RetryAfter = wait,
                });
            }
            else if (await TryApplyAsync(dataModel, plan, wait, cancellationToken).ConfigureAwait(false))
            {
                Adopt(dataModel, plan);
                if (options.Ddl == MirrorDdl.All) await PruneAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the indexes of the links of models that are loaded.</summary>
    public async Task CreateIndexesAsync(IReadOnlyDictionary<string, MirrorPhase> phases, CancellationToken cancellationToken)
        => Catalog = await _indexes.CreateAsync(Catalog, phases, cancellationToken).ConfigureAwait(false);

    private void Adopt(DataModel dataModel, CopyPlan plan)
    {
        Catalog = plan.After;
        _indexes.Planned = plan.Indexes;
        _layouts.Clear();
        foreach (Model model in dataModel.Models)
        {
            if (options.Copies(model.Name)) _layouts[model.Name] = new RowLayout(CopyTable.Of(model));
        }
    }

    private async Task<CopyPlan> PlanAsync(DataModel dataModel, CancellationToken cancellationToken)
        => await session.UseAsync(
            async () =>
            {
                Catalog = await Store.ReadCatalogAsync(null, cancellationToken).ConfigureAwait(false);
                IReadOnlyList<DatabaseTable> tables = await Store.Database.ReadTablesAsync(Store.Connection, cancellationToken)
                    .ConfigureAwait(false);
                StateRow? state = await CopyState.ReadAsync(Store, null, cancellationToken).ConfigureAwait(false);
                return CopyPlanner.Plan(Catalog, tables, dataModel, options, Store.Dialect, state!.Now);
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Runs the statements of a plan.</summary>
    /// <returns>False if a lock was not granted in time, so that it is tried again after the wait.</returns>
    private async Task<bool> TryApplyAsync(DataModel dataModel, CopyPlan plan, TimeSpan wait, CancellationToken cancellationToken)
    {
        MirrorPlanStep[] steps = options.Ddl == MirrorDdl.None ? [.. plan.Steps.Where(static step => step.ChangesRows)] : [.. plan.Steps];
        try
        {
            await session.ChangeTablesAsync(
                async transaction =>
                {
                    foreach (MirrorPlanStep step in steps)
                        await Store.RunLongAsync(transaction, step.Statement, cancellationToken).ConfigureAwait(false);
                    await BeginHistoriesAsync(transaction, dataModel, plan.After, cancellationToken).ConfigureAwait(false);
                    await Store.WriteCatalogAsync(transaction, Catalog, plan.After, cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException fault)
        {
            if (Store.Database.Classify(fault) != DatabaseFault.LockTimeout)
                throw DatabaseErrors.Of(Store.Database, fault, [.. steps.Select(static step => step.Statement)]);
            string? blockers = await BlockersAsync(cancellationToken).ConfigureAwait(false);
            Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Retrying)
            {
                Message = "A table has to be changed, and another program holds a lock on it"
                    + (blockers is null ? "." : $": {blockers}."),
                RetryAfter = wait,
                Statements = [.. steps.Select(static step => step.Statement)],
            });
            return false;
        }

        if (steps.Length > 0)
        {
            Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TablesChanged)
            {
                Statements = [.. steps.Select(static step => step.Statement)],
            });
        }

        return true;
    }

    /// <summary>The history of a model that is complete already begins with its present rows.</summary>
    private async Task BeginHistoriesAsync(
        DbTransaction transaction, DataModel dataModel, CopyCatalog after, CancellationToken cancellationToken)
    {
        foreach (CatalogModel model in after.Models)
        {
            bool isNew = model is { HasHistory: true, Phase: MirrorPhase.Following } && Catalog.Find(model.Name)?.HasHistory == false;
            if (!isNew || dataModel.FindModel(model.Name) is not { } definition) continue;
            var layout = new RowLayout(CopyTable.Of(definition));
            await StepWriter.BeginHistoryAsync(Store, transaction, layout, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        var pruner = new CopyPruner(Store, Catalog);
        try
        {
            MirrorPlan pruned = await pruner.RunAsync(
                work => session.ChangeTablesAsync(work, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            if (pruned.Steps.Count == 0) return;
            Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.TablesChanged)
            {
                Statements = [.. pruned.Steps.Select(static step => step.Statement)],
            });
        }
        catch (DbException fault) when (Store.Database.Classify(fault) is DatabaseFault.LockTimeout or DatabaseFault.InUse)
        {
            // What is no longer written can stay until the next change.
        }
        finally
        {
            Catalog = pruner.Catalog;
        }
    }

    private async Task<string?> BlockersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using DbConnection other = await Store.Database.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await Store.Database.DescribeBlockersAsync(other, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private void Report(DatabaseMirrorProgress progress) => options.Progress?.Report(progress);
}
