using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>One run of a mirror: loads what is not loaded, then follows the oplog. Its state is stored after every step.</summary>
internal sealed partial class MirrorRun
{
    // A log that is trimmed faster than the load takes would be loaded for ever.
    private const int MostResyncs = 3;

    private readonly ClientContext _context;
    private readonly IReadOnlyList<MirrorModel> _models;
    private readonly MirrorOptions _options;
    private readonly OplogReader _oplog;
    private MirrorState _state = new(null, null, []);
    private string? _checkpoint;
    private int _resyncs;

    internal MirrorRun(ClientContext context, IReadOnlyList<MirrorModel> models, MirrorOptions options)
    {
        _context = context;
        _models = models;
        _options = options;
        _oplog = new OplogReader(context, models.Select(static model => model.Name).ToHashSet());
    }

    /// <summary>Runs until everything is caught up, or without end.</summary>
    internal async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        await ResumeAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            foreach (MirrorModel model in _models)
            {
                if (_state.Find(model.Name) is { Phase: MirrorPhase.Loading })
                    await LoadAsync(model, cancellationToken).ConfigureAwait(false);
            }
            if (await FollowAsync(cancellationToken).ConfigureAwait(false)) continue;

            Report(new MirrorProgress(MirrorEvent.UpToDate));
            if (untilUpToDate) return;
            await Task.Delay(_options.PollInterval, _context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        string? text = _options.Checkpoints is { } store ? await store.LoadAsync(cancellationToken).ConfigureAwait(false) : null;
        _checkpoint = text;
        if (text is null)
        {
            await BeginAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        MirrorState kept = Read(text);
        // A new model is loaded alone and then follows the oplog with the others. A model that was removed is loaded again if it is added
        // again.
        _state = kept with { Models = [.. _models.Select(model => kept.Find(model.Name) ?? MirroredModel.ToLoad(model.Name))] };
        if (!_state.Models.SequenceEqual(kept.Models)) await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        (long? last, string? hash) = await EndAsync(cancellationToken).ConfigureAwait(false);
        // Everything that changes from here on is in the oplog after this entry, so the load may see any mixture of older and newer states.
        _state = new MirrorState(last, null, [.. _models.Select(static model => MirroredModel.ToLoad(model.Name))]);
        await CheckDataModelAsync(hash, cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        Report(new MirrorProgress(MirrorEvent.LoadStarted));
    }

    /// <summary>The end of the oplog: its highest sequence, or null when it is empty, and the identifier of the data model.</summary>
    private async Task<(long? Last, string? Hash)> EndAsync(CancellationToken cancellationToken)
    {
        // The order of these entries is not documented, so the highest is searched.
        OplogResponse tail = await _oplog.TailAsync(OplogReader.MaxEntries, cancellationToken).ConfigureAwait(false);
        return (tail.Entries.Count == 0 ? null : tail.Entries.Max(static entry => entry.Sequence), tail.Hash);
    }

    private async Task CheckDataModelAsync(string? hash, CancellationToken cancellationToken)
    {
        if (await _oplog.CompareDataModelAsync(_state.Hash, hash, cancellationToken).ConfigureAwait(false) is not { } changes) return;
        if (changes.Count > 0 || _state.Hash is not null)
            Report(new MirrorProgress(MirrorEvent.DataModelChanged) { DataModelChanges = changes });
        if (!_options.ContinueOnBreakingDataModelChange) OplogReader.ThrowIfBreaking(changes, nameof(MirrorOptions));
        _state = _state with { Hash = hash };
    }

    private async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        string text = MirrorStateText.Write(_state);
        if (_options.Checkpoints is { } store && !await store.ReplaceAsync(_checkpoint, text, cancellationToken).ConfigureAwait(false))
            throw CheckpointMove.Overtaken();
        _checkpoint = text;
    }

    // The handler refuses the step if the copy is at another checkpoint than the one at which the step begins.
    private CheckpointMove MoveTo(MirrorState next) => new(_checkpoint, MirrorStateText.Write(next));

    private MirrorState Read(string text)
    {
        try
        {
            return MirrorStateText.Read(text);
        }
        catch (FormatException fault)
        {
            throw new FormatException(
                $"The checkpoint in {_options.Checkpoints} cannot be used: {fault.Message} "
                + "Restore it, or delete it to load everything again.",
                fault);
        }
    }

    // The state counts only once it is stored: by the handler together with the data, or here after the handler returned.
    private async ValueTask MoveToAsync(MirrorState next, bool isStored, CancellationToken cancellationToken)
    {
        _state = next;
        if (isStored) _checkpoint = MirrorStateText.Write(next);
        else await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Report(MirrorProgress progress)
    {
        if (_options.Progress is { } listener) listener.Report(progress with { Sequence = _state.Last });
        MirrorTelemetry.Note(_context.Transport.Settings.Log, progress);
    }
}
