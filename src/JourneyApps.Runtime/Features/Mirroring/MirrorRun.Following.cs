using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <content>Following the oplog.</content>
internal sealed partial class MirrorRun
{
    /// <summary>Reads one page of the oplog and passes it to the handlers.</summary>
    private async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        OplogResponse? response = await _oplog.ReadAfterAsync(_state.Last, _options.OplogPageSize, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            await HandleGapAsync(_state.Last!.Value, cancellationToken).ConfigureAwait(false);
            return true;
        }

        await CheckDataModelAsync(response.Hash, cancellationToken).ConfigureAwait(false);
        OplogEntry[] news = [.. response.Entries];
        if (news.Length > 0) await DispatchAsync(news, cancellationToken).ConfigureAwait(false);
        foreach (MirrorModel model in _models) await CompleteAsync(model, atEnd: news.Length == 0, cancellationToken).ConfigureAwait(false);
        return news.Length > 0;
    }

    private async Task DispatchAsync(OplogEntry[] news, CancellationToken cancellationToken)
    {
        foreach (OplogEntry entry in news)
        {
            if (entry.Model.Length == 0 || entry.Id.Length == 0)
                throw new UnreadableResponseException(
                    FormattableString.Invariant($"The entry {entry.Sequence} of the oplog does not name its object."));
        }

        MirrorState next = _state with { Last = news[^1].Sequence };
        CheckpointMove move = MoveTo(next);
        (MirrorModel Model, OplogEntry[] Entries)[] parts =
        [
            .. _models.Select(model => (model, Array.FindAll(news, entry => entry.Model == model.Name)))
                .Where(static part => part.Item2.Length > 0),
        ];
        bool isStored = false;
        for (int i = 0; i < parts.Length; i++)
        {
            (MirrorModel model, OplogEntry[] entries) = parts[i];
            MirroredModel copy = _state.Find(model.Name)!;
            // Only the last part carries the checkpoint: kept with an earlier one, it would be ahead of the following parts.
            CheckpointMove own = i == parts.Length - 1 ? move : move with { To = null };
            isStored = await model.ApplyAsync(entries, copy.Phase, copy.Generation, own, cancellationToken).ConfigureAwait(false);
        }
        await MoveToAsync(next, isStored && parts.Length > 0, cancellationToken).ConfigureAwait(false);
        foreach ((MirrorModel model, OplogEntry[] entries) in parts)
            Report(new MirrorProgress(MirrorEvent.Followed) { Model = model.Name, Changes = entries.Length });
        _oplog.MeasureLag(news);
    }

    private async Task CompleteAsync(MirrorModel model, bool atEnd, CancellationToken cancellationToken)
    {
        if (_state.Find(model.Name) is not { Phase: MirrorPhase.CatchingUp } copy) return;
        if (!atEnd && copy.CatchUpTo is { } end && (_state.Last ?? 0) < end) return;

        MirrorState next = _state.With(copy with { Phase = MirrorPhase.Following, CatchUpTo = null });
        bool isStored = await model.CompleteAsync(copy.Generation, MoveTo(next), cancellationToken).ConfigureAwait(false);
        await MoveToAsync(next, isStored, cancellationToken).ConfigureAwait(false);
        _resyncs = 0;
        Report(new MirrorProgress(MirrorEvent.CaughtUp) { Model = model.Name });
    }

    private async Task HandleGapAsync(long last, CancellationToken cancellationToken)
    {
        string gap =
            FormattableString.Invariant(
                $"The oplog no longer contains entry {last}, at which the mirror stopped: it was trimmed, or the deployment was restored.");
        if (_options.StopOnGap) throw new OplogGapException(gap + " Load the copy again.");
        if (++_resyncs > MostResyncs)
            throw new JourneyApiException(
                $"{gap} This happened after each of {MostResyncs} loads: the oplog is trimmed faster than everything can be loaded.");
        Report(new MirrorProgress(MirrorEvent.Resync));
        await BeginAsync(cancellationToken).ConfigureAwait(false);
    }
}
