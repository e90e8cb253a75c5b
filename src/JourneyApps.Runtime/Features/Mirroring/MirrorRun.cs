using System.Collections.Immutable;
using JourneyApps.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>One run of a mirror: loads what is not loaded, then follows the log. All of its knowledge is in the state, which is kept after every step.</summary>
internal sealed partial class MirrorRun
{
    // A log that is trimmed faster than the load takes would be loaded for ever.
    private const int MostResyncs = 3;

    private readonly ClientContext _context;
    private readonly IReadOnlyList<MirrorModel> _models;
    private readonly MirrorOptions _options;
    private readonly MirrorLog _log;
    private MirrorState _state = new(null, null, []);
    private int _resyncs;

    internal MirrorRun(ClientContext context, IReadOnlyList<MirrorModel> models, MirrorOptions options)
    {
        _context = context;
        _models = models;
        _options = options;
        _log = new MirrorLog(context);
    }

    /// <summary>Runs until everything is caught up, or without end.</summary>
    internal async Task RunAsync(bool untilUpToDate, CancellationToken cancellationToken)
    {
        await ResumeAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            foreach (MirrorModel model in _models)
            {
                if (_state.Find(model.Name) is { Phase: MirrorPhase.Loading }) await LoadAsync(model, cancellationToken).ConfigureAwait(false);
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
        if (text is null)
        {
            await BeginAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        MirrorState kept = MirrorStateText.Read(text);
        // A model that is new here is loaded alone, and joins the others where the log was read to; one that left is loaded anew if it comes back.
        _state = kept with { Models = [.. _models.Select(model => kept.Find(model.Name) ?? MirroredModel.ToLoad(model.Name))] };
        if (!_state.Models.SequenceEqual(kept.Models)) await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        (long? last, string? hash) = await _log.EndAsync(cancellationToken).ConfigureAwait(false);
        // Everything that changes from here on is in the log behind this place, so the load may see any mixture of older and newer states.
        _state = new MirrorState(last, null, [.. _models.Select(static model => MirroredModel.ToLoad(model.Name))]);
        await MeetDataModelAsync(hash, cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        Report(new MirrorProgress(MirrorEvent.LoadStarted));
    }

    private async Task MeetDataModelAsync(string? hash, CancellationToken cancellationToken)
    {
        if (hash is null || hash == _state.Hash) return;
        DeployedDataModel deployed = await new DeploymentClient(_context.Transport, _context.Schema).GetDataModelAsync(null, cancellationToken).ConfigureAwait(false);
        HashSet<string> mirrored = [.. _models.Select(static model => model.Name)];
        DataModelDifference[] differences =
            [.. DataModelComparison.Compare(CompiledDataModel.Describe(_context.Schema), deployed).Where(difference => mirrored.Contains(difference.Model))];
        bool breaks = differences.Any(static difference => difference.IsBreaking);
        if (differences.Length > 0 || _state.Hash is not null) Report(new MirrorProgress(MirrorEvent.DataModelChanged) { Differences = differences });
        if (breaks && !_options.ContinueOnBreakingDataModelChange) throw new DataModelChangedException(differences);
        _state = _state with { Hash = hash };
    }

    private async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        if (_options.Checkpoints is { } store) await store.SaveAsync(MirrorStateText.Write(_state), cancellationToken).ConfigureAwait(false);
    }

    // The state counts only once it is stored: by the handler together with the data, or here after the handler returned.
    private async ValueTask MoveToAsync(MirrorState next, bool isStored, CancellationToken cancellationToken)
    {
        _state = next;
        if (!isStored) await SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Report(MirrorProgress progress)
    {
        if (_options.Progress is { } listener) listener.Report(progress with { Sequence = _state.Last });
        MirrorTelemetry.Note(_context.Transport.Settings.Log, progress);
    }
}
