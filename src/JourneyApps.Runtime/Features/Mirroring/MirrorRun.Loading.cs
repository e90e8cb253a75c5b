using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <content>Loading.</content>
internal sealed partial class MirrorRun
{
    private async Task LoadAsync(MirrorModel model, CancellationToken cancellationToken)
    {
        MirroredModel loading = _state.Find(model.Name)!;
        Report(new MirrorProgress(MirrorEvent.LoadStarted) { Model = model.Name });
        model.StartLoad(_context, loading.LoadedTo);
        while (!model.IsLoaded)
        {
            LoadedRows? rows = await model.ReadRangeAsync(cancellationToken).ConfigureAwait(false);
            if (rows is null)
            {
                await LoadByPassesAsync(model, cancellationToken).ConfigureAwait(false);
                break;
            }
            // The last range is not stored as read: the end of the oplog has to be asked for after it.
            MirrorState next = model.IsLoaded ? _state : _state.With(_state.Find(model.Name)! with { LoadedTo = model.Position });
            await ApplyAsync(model, rows, next, cancellationToken).ConfigureAwait(false);
        }

        (long? end, _) = await EndAsync(cancellationToken).ConfigureAwait(false);
        MirroredModel loaded = _state.Find(model.Name)! with { Phase = MirrorPhase.CatchingUp, LoadedTo = null, CatchUpTo = end };
        await MoveToAsync(_state.With(loaded), isStored: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task LoadByPassesAsync(MirrorModel model, CancellationToken cancellationToken)
    {
        Report(new MirrorProgress(MirrorEvent.FellBackToFullPasses) { Model = model.Name });
        // What was read by ranges before that no longer counts.
        MirrorState fromTheStart = _state.With(_state.Find(model.Name)! with { LoadedTo = null });
        await MoveToAsync(fromTheStart, isStored: false, cancellationToken).ConfigureAwait(false);
        await new RepeatedPassLoader(_oplog, model)
            .ReadAsync(rows => ApplyAsync(model, rows, _state, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task ApplyAsync(MirrorModel model, LoadedRows rows, MirrorState next, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            // Nothing to hand over: after a crash the empty ranges are read again.
            _state = next;
            return;
        }
        bool isStored =
            await model.ApplyAsync(
                rows, _state.Find(model.Name)!.Generation, MoveTo(next), cancellationToken).ConfigureAwait(false);
        await MoveToAsync(next, isStored, cancellationToken).ConfigureAwait(false);
        Report(new MirrorProgress(MirrorEvent.Loaded) { Model = model.Name, Changes = rows.Count });
    }
}
