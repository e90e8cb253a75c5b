using System.Data.Common;
using System.Globalization;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Running;

/// <summary>Stores the steps of a mirror: one transaction for each, with its rows, its checkpoint and the right to write.</summary>
internal sealed class CopySink(WriterSession session, DatabaseMirrorOptions options, MirrorMetrics metrics) : IMirrorSink
{
    private readonly KnownProblems _problems = new(session.Store);
    private readonly TableChanger _tables = new(session, options);
    private DataModel? _dataModel;
    private volatile IReadOnlyList<string>? _reload;

    /// <summary>The models that are asked to be loaded again and that the next step begins to load; null before the checkpoint was
    /// read.</summary>
    public IReadOnlyList<string>? TakenReload => _reload;

    /// <summary>Whether the run ended because another worker is the writer.</summary>
    public bool IsOvertaken { get; private set; }

    private CopyStore Store => session.Store;

    public async ValueTask<MirrorCheckpoint?> LoadCheckpointAsync(CancellationToken cancellationToken)
    {
        return await session.UseAsync(
            async () =>
            {
                await _problems.LoadAsync(cancellationToken).ConfigureAwait(false);
                StateRow state = (await CopyState.ReadAsync(Store, null, cancellationToken).ConfigureAwait(false))!;
                // Without a checkpoint, everything is loaded.
                _reload = state.Reload;
                if (state.Checkpoint is not { } checkpoint) return null;
                List<object?[]> shapes = await Store.ReadAllAsync(null, CatalogTables.Shape, cancellationToken).ConfigureAwait(false);
                return new MirrorCheckpoint(checkpoint, shapes is [var row] ? (string?)row[1] : null) { ModelsToLoad = state.Reload };
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> ApplyAsync(MirrorStep mirrorStep, CancellationToken cancellationToken)
    {
        try
        {
            if (!ReferenceEquals(_dataModel, mirrorStep.DataModel))
            {
                await _tables.FitAsync(mirrorStep.DataModel, cancellationToken).ConfigureAwait(false);
                _dataModel = mirrorStep.DataModel;
            }

            long started = TimeProvider.System.GetTimestamp();
            DateTimeOffset now = DateTimeOffset.UtcNow;
            IReadOnlyList<ModelChanges> changes = PageChanges.Of(
                mirrorStep, _tables.Layouts, options.KeepsVersions, now);
            CopyCatalog after = WithPhases(mirrorStep.Phases, now);
            long rows = await session.WriteAsync(
                TransactionPurpose.Step, mirrorStep.Checkpoint,
                transaction => WriteAsync(transaction, mirrorStep, changes, after, now, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            _reload = [];
            _tables.Catalog = after;
            metrics.Stored(mirrorStep, rows, TimeProvider.System.GetElapsedTime(started));
            Report(mirrorStep, rows);
            await _tables.CreateIndexesAsync(mirrorStep.Phases, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OvertakenException)
        {
            IsOvertaken = true;
            return false;
        }
    }

    private async Task<long> WriteAsync(
        DbTransaction transaction, MirrorStep step, IReadOnlyList<ModelChanges> changes, CopyCatalog after, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (_reload is { Count: > 0 } asked)
            await CopyState.FulfillReloadAsync(Store, transaction, asked, cancellationToken).ConfigureAwait(false);
        var writer = new StepWriter(Store, options, _problems);
        long rows = 0;
        if (step.ModelShapes is { } shapes)
        {
            await Store.Database.UpsertAsync(transaction, CatalogTables.Shape, [[1L, shapes]], cancellationToken).ConfigureAwait(false);
        }

        if (step.ExistingIds is not null && _tables.Layouts.TryGetValue(step.LoadedModel!, out RowLayout? loaded))
            rows += await writer.RemoveOthersAsync(transaction, loaded, step, now, cancellationToken).ConfigureAwait(false);
        rows += await writer.WriteAsync(transaction, changes, cancellationToken).ConfigureAwait(false);
        if (ReferenceEquals(after, _tables.Catalog)) return rows;
        foreach (CatalogModel model in after.Models)
        {
            // The history begins when the copy is complete, because the oplog brings the versions until then.
            bool isComplete = model.Phase == MirrorPhase.Following && _tables.Catalog.Find(model.Name)?.Phase != MirrorPhase.Following;
            if (!model.HasHistory || !isComplete) continue;
            RowLayout layout = _tables.Layouts[model.Name];
            await StepWriter.BeginHistoryAsync(Store, transaction, layout, cancellationToken).ConfigureAwait(false);
        }

        await Store.Database.UpsertAsync(
            transaction, CatalogTables.Model, [.. after.Models.Except(_tables.Catalog.Models).Select(CatalogRows.Of)], cancellationToken)
            .ConfigureAwait(false);
        return rows;
    }

    private CopyCatalog WithPhases(IReadOnlyDictionary<string, MirrorPhase> phases, DateTimeOffset now)
    {
        bool isSame = true;
        CatalogModel[] models = [.. _tables.Catalog.Models.Select(model =>
        {
            MirrorPhase? phase = phases.TryGetValue(model.Name, out MirrorPhase found) ? found : null;
            if (phase == model.Phase) return model;
            isSame = false;
            bool isLoaded = model.Phase == MirrorPhase.Loading && phase is not (null or MirrorPhase.Loading);
            return model with { Phase = phase, LoadedAt = isLoaded ? now : model.LoadedAt };
        })];
        return isSame ? _tables.Catalog : _tables.Catalog with { Models = models };
    }

    private void Report(MirrorStep step, long rows) => options.Progress?.Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Stored)
    {
        Model = step.LoadedModel,
        Objects = step.Changes.Count,
        Rows = rows,
        Loaded = step.LoadedModel is null ? null : step.IsLastOfLoad ? 1 : PartOf(step.ToId),
    });

    // Random UUIDs are spread evenly.
    private static double? PartOf(string? id) => id is null ? 1
        : id.Length >= 8 && uint.TryParse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint first)
            ? first / (uint.MaxValue + 1.0)
        : null;
}
