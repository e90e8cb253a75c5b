using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <content>Loading.</content>
internal sealed partial class MirrorRun
{
    private async Task LoadAsync(MirrorModel model, CancellationToken cancellationToken)
    {
        MirroredModel loading = _state.Find(model.Name)!;
        Report(new MirrorProgress(MirrorEvent.LoadStarted) { Model = model.Name });
        var loader = new MirrorLoader(_transport, model);
        loader.Start(loading.LoadedTo);
        while (!loader.IsDone)
        {
            LoadedRows? rows = await loader.NextAsync(cancellationToken).ConfigureAwait(false);
            if (rows is null)
            {
                await LoadByPassesAsync(model, cancellationToken).ConfigureAwait(false);
                break;
            }
            // The last slice is not noted as done: the end of the log has to be asked for after it.
            MirrorState next = loader.IsDone ? _state : _state.With(_state.Find(model.Name)! with { LoadedTo = loader.Position });
            await ApplyAsync(model, rows, next, cancellationToken).ConfigureAwait(false);
        }

        (long? end, _) = await _log.EndAsync(cancellationToken).ConfigureAwait(false);
        MirroredModel loaded = _state.Find(model.Name)! with { Phase = MirrorPhase.CatchingUp, LoadedTo = UInt128.Zero, CatchUpTo = end };
        await MoveToAsync(_state.With(loaded), isStored: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task LoadByPassesAsync(MirrorModel model, CancellationToken cancellationToken)
    {
        Report(new MirrorProgress(MirrorEvent.FellBackToFullPasses) { Model = model.Name });
        // What slices gave before they proved to be none counts no longer as progress.
        MirrorState fromTheStart = _state.With(_state.Find(model.Name)! with { LoadedTo = UInt128.Zero });
        await MoveToAsync(fromTheStart, isStored: false, cancellationToken).ConfigureAwait(false);
        await new MirrorPasses(_transport, _log, model)
            .ReadAsync(rows => ApplyAsync(model, rows, _state, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task ApplyAsync(MirrorModel model, LoadedRows rows, MirrorState next, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            // Nothing to hand over: a crash here reads empty slices again.
            _state = next;
            return;
        }
        bool isStored = await model.ApplyAsync(rows, _state.Find(model.Name)!.Generation, MirrorStateText.Write(next), cancellationToken).ConfigureAwait(false);
        await MoveToAsync(next, isStored, cancellationToken).ConfigureAwait(false);
        Report(new MirrorProgress(MirrorEvent.Loaded) { Model = model.Name, Changes = rows.Count });
    }
}
