using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>One run of a mirror: performs what <see cref="MirrorRules"/> decide. Requests run concurrently; steps are stored one after the
/// other, and nothing is decided while one is stored.</summary>
internal sealed class MirrorRunner : IDisposable
{
    // A pass over all objects waits until its pages are stored.
    private const int MaxWaitingResults = 4;

    private readonly ClientContext _context;
    private readonly MirrorTarget _target;
    private readonly MirrorOptions _options;
    private readonly MirrorSettings _settings;
    private readonly MirrorRequests _requests;
    private readonly Channel<RequestResult> _results = Channel.CreateBounded<RequestResult>(MaxWaitingResults);
    private readonly List<Task> _running = [];
    private readonly LoadedIds _loaded = new();
    private CancellationTokenSource _turn = new();
    private MirrorState _state = new();
    private DataModel? _dataModel;
    private string? _checkpoint;
    private ShapesText? _shapes;
    private string? _storedShapes;
    private DateTimeOffset _logRequestedAt;
    private long _upToDateAt;

    internal MirrorRunner(ClientContext context, MirrorTarget target, MirrorOptions options, bool untilUpToDate)
    {
        (_context, _target, _options) = (context, target, options);
        _requests = new MirrorRequests(context, target, options);
        _settings = new MirrorSettings
        {
            Models = target.Models,
            NeedsDataModel = target.NeedsDataModel,
            StopOnGap = options.StopOnGap,
            ContinueOnBreakingDataModelChange = options.ContinueOnBreakingDataModelChange,
            UntilUpToDate = untilUpToDate,
            Lanes = context.Transport.Settings.MaxConcurrency,
        };
    }

    /// <summary>The progress of the copy; null when nothing is stored.</summary>
    internal CopyState? Copy => Volatile.Read(ref _state).Copy;

    /// <summary>The copy has all changes up to this time; null until it is known.</summary>
    internal DateTimeOffset? UpToDateAt
        => Volatile.Read(ref _upToDateAt) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Runs until everything is caught up, or without end.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            BeginTurn(stop.Token);
            bool goesOn = await PerformAsync(MirrorRules.Start(), null, stop.Token).ConfigureAwait(false);
            while (goesOn)
            {
                RequestResult result = await _results.Reader.ReadAsync(stop.Token).ConfigureAwait(false);
                goesOn = result.Turn != _state.Turn || await HandleAsync(result, stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_running).ConfigureAwait(false);
            _target.End();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> HandleAsync(RequestResult result, CancellationToken cancellationToken)
    {
        if (result.Fault is { } fault) ExceptionDispatchInfo.Throw(fault);
        MirrorInput input = result.Input!;
        if (input is MirrorInput.CheckpointRead stored) (_checkpoint, _storedShapes) = (stored.Text, stored.Shapes);
        if (input is MirrorInput.DataModelRead { DataModel: { } dataModel })
        {
            ThrowIfMissing(dataModel);
            _dataModel = dataModel;
        }

        // The next page is requested before this one is stored.
        if (input is MirrorInput.LogRead) _logRequestedAt = _requests.LogRequestedAt;
        CopyState? before = _state.Copy;
        Decision decision = MirrorRules.Decide(_state, input, _settings);
        bool goesOn = await PerformAsync(decision, before, cancellationToken).ConfigureAwait(false);
        if (input is MirrorInput.LogRead { Entries: [.., var newest] } read && _state.Copy?.Log?.Sequence == newest.Sequence)
        {
            _requests.MeasureLag(read.Entries);
            if (newest.UpdatedAt is { } at && Follows(_state.Copy)) Volatile.Write(ref _upToDateAt, at.UtcTicks);
        }

        return goesOn;
    }

    private async Task<bool> PerformAsync(Decision decision, CopyState? before, CancellationToken cancellationToken)
    {
        bool isNewTurn = decision.State.Turn != _state.Turn;
        Volatile.Write(ref _state, decision.State);
        if (isNewTurn)
        {
            // What was read from an earlier place of the copy no longer counts.
            await _turn.CancelAsync().ConfigureAwait(false);
            BeginTurn(cancellationToken);
        }

        foreach (MirrorAction action in decision.Actions)
        {
            switch (action)
            {
                case MirrorAction.Store step:
                    await StoreAsync(step, before, cancellationToken).ConfigureAwait(false);
                    break;
                case MirrorAction.Report report:
                    Report(report.Progress);
                    break;
                case MirrorAction.End end:
                    if (end.Fault is { } fault) throw fault;
                    return false;
                default:
                    if (action is MirrorAction.ReadPass) _loaded.Clear();
                    Start(action);
                    break;
            }
        }

        // A step that ends a load belongs to the next turn and needs what was found in the last one.
        if (isNewTurn) _loaded.Clear();
        return true;
    }

    private void BeginTurn(CancellationToken cancellationToken)
    {
        _turn.Dispose();
        _turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    private void Start(MirrorAction action)
    {
        _running.RemoveAll(static request => request.IsCompleted);
        _running.Add(RequestAsync(action, _state, _turn.Token));
    }

    private async Task RequestAsync(MirrorAction action, MirrorState state, CancellationToken cancellationToken)
    {
        try
        {
            RequestResult result;
            try
            {
                await foreach (MirrorInput input in _requests.SendAsync(action, state.Copy, cancellationToken).ConfigureAwait(false))
                {
                    result = new RequestResult(state.Turn, input, null);
                    await _results.Writer.WriteAsync(result, cancellationToken).ConfigureAwait(false);
                }

                return;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                result = new RequestResult(state.Turn, null, fault);
            }

            await _results.Writer.WriteAsync(result, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The run or the turn has ended.
        }
    }

    private async Task StoreAsync(MirrorAction.Store step, CopyState? before, CancellationToken cancellationToken)
    {
        ShapesText? shapes = _target.KeepsShapesApart ? ShapesText.Of(step.Copy, _shapes) : null;
        string text = CopyStateText.Write(step.Copy, shapes?.Hash);
        var pending = new PendingStep(_checkpoint, text, before, step)
        {
            DataModel = _dataModel,
            Shapes = shapes?.Text == _storedShapes ? null : shapes?.Text,
        };
        if (step.Part is { } part)
        {
            pending = pending with { IsFirstOfLoad = _loaded.IsEmpty && part.Model.Loaded == LoadedSpans.None && !part.IsLast };
            _loaded.Add(part);
            pending = pending with { ExistingIds = _loaded.ExistingIds(part) };
        }

        if (!await _target.StoreAsync(pending, cancellationToken).ConfigureAwait(false)) throw Overtaken();
        (_checkpoint, _shapes, _storedShapes) = (text, shapes, shapes?.Text);
    }

    // A name that is not in the data model is an error when the copy begins. A model that is removed later keeps its place in the options.
    private void ThrowIfMissing(DataModel dataModel)
    {
        if (_checkpoint is not null || _settings.Models is not { } wanted || !_settings.NeedsDataModel) return;
        string[] missing = [.. wanted.Where(name => dataModel.FindModel(name) is null)];
        if (missing.Length == 0) return;
        throw new ArgumentException(
            $"The deployment's data model has no model '{string.Join("', '", missing)}'. It has: "
            + string.Join(", ", dataModel.Models.Select(static model => model.Name)) + ".");
    }

    private void Report(MirrorProgress progress)
    {
        if (progress.Event == MirrorEvent.UpToDate) Volatile.Write(ref _upToDateAt, _logRequestedAt.UtcTicks);
        _options.Progress?.Report(progress with { Sequence = _state.Copy?.Log?.Sequence });
        MirrorTelemetry.Note(_context.Transport.Settings.Log, progress);
    }

    private static bool Follows(CopyState copy) => copy.Models.All(static model => model.Phase == MirrorPhase.Following);

    private static JourneyApiException Overtaken() => new(
        "Another mirror has continued with the same copy, so this mirror stopped before it stored an older state. Nothing is lost. Run one "
        + "mirror per copy; a mirror that is run again resumes at the stored checkpoint.");
}
