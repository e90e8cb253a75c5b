using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>A mirror that does one thing at a time, whenever it gets its turn. It drives the product's own rules.</summary>
internal sealed class SimulatedWorker(SimulatedServer server, SimulatedCopy copy, Scenario scenario, Safeguard missing, Random random)
{
    private const int Ranges = 5;
    private const string AnyMark = "any";
    private readonly List<SimulatedRequest> _requests = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private IReadOnlyList<OplogEntry> _unfiltered = [];
    private MirrorState _state = new();
    private string? _checkpoint;
    private string? _dataModel;
    private bool _isRunning;
    private int _backOff;
    private int _collectingTurn;

    public ImmutableArray<string> Models { get; set; }

    /// <summary>Whether there was nothing left to do at its last look.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>The process dies; another one starts later.</summary>
    public void Restart()
    {
        _requests.Clear();
        _isRunning = false;
        IsIdle = false;
    }

    /// <summary>What was read before the last write says nothing about it.</summary>
    public void ForgetAnswers()
    {
        IsIdle = false;
        foreach (SimulatedRequest request in _requests) request.Answer = request.Asked is MirrorAction.ReadLog ? null : request.Answer;
    }

    public void Step()
    {
        if (_backOff-- > 0) return;
        // Without requests it is stuck, which happens only without a safeguard.
        if (!_isRunning || _requests.Count == 0)
        {
            _isRunning = true;
            _dataModel = null;
            _requests.Clear();
            Take(MirrorRules.Start());
            return;
        }

        SimulatedRequest request = _requests[random.Next(_requests.Count)];
        if (request.Answer is null) Progress(request);
        else Deliver(request);
    }

    private MirrorSettings Settings => new() { Models = Models, Lanes = 4 };

    private static IdSpan Span(int range) => new(
        range == 0 ? null : SimulatedServer.Id(range * SimulatedServer.Ids / Ranges),
        range == Ranges - 1 ? null : SimulatedServer.Id((range + 1) * SimulatedServer.Ids / Ranges));

    private void Deliver(SimulatedRequest request)
    {
        if (request is { Asked: MirrorAction.ReadPass, Answer: MirrorInput.PassPageRead })
        {
            MirrorInput page = request.Answer;
            request.Answer = null;
            request.Rows = [];
            Decide(page);
            return;
        }

        _requests.Remove(request);
        Decide(request.Answer!);
    }

    private void Decide(MirrorInput input)
    {
        if (input is MirrorInput.DataModelRead read && read.Asked.Turn == _state.Turn) _dataModel = read.Hash;
        input = Without(input);
        if (input is MirrorInput.LogRead log) _unfiltered = log.Entries;
        CopyState? before = _state.Copy;
        Take(Without(MirrorRules.Decide(_state, input, Settings), before), before);
    }

    private void Take(Decision decision, CopyState? before = null)
    {
        _state = decision.State;
        List<SimulatedRequest> requests = [];
        foreach (MirrorAction action in decision.Actions)
        {
            switch (action)
            {
                case MirrorAction.Store step:
                    IsIdle = false;
                    if (_dataModel is not null && _dataModel != step.Copy.Hash) copy.Broken.Add("a step comes with another data model");
                    if (step.Part is { Rows: var rows }) _found.UnionWith(rows.Select(row => row.Id!));
                    if (!copy.Store(_checkpoint, before, step, _found, _unfiltered))
                    {
                        // Another mirror moved on. Without a wait, two of them could hinder each other for ever.
                        _isRunning = false;
                        _backOff = random.Next(200);
                        return;
                    }

                    _checkpoint = copy.Checkpoint;
                    break;
                case MirrorAction.Report { Progress.Event: MirrorEvent.UpToDate }:
                    IsIdle = true;
                    break;
                case MirrorAction.Report:
                    break;
                case MirrorAction.End:
                    _isRunning = false;
                    return;
                default:
                    requests.Add(new SimulatedRequest(action));
                    break;
            }
        }

        _requests.AddRange(requests);
        if (_state.Turn != _collectingTurn) _found.Clear();
        _collectingTurn = _state.Turn;
    }

    private void Progress(SimulatedRequest request) => request.Answer = request.Asked switch
    {
        MirrorAction.ReadCheckpoint => ReadCheckpoint(),
        MirrorAction.ReadEnd asked => new MirrorInput.EndRead(asked, server.End(), server.Model.Hash),
        MirrorAction.ReadDataModel asked => new MirrorInput.DataModelRead(
            asked, server.Model.Hash, SimulatedServer.Models.ToImmutableDictionary(model => model, _ => server.Model.Shape), []),
        MirrorAction.AskFields asked => new MirrorInput.FieldsAsked(asked, server.Model.HasB ? server.HasValues(asked.Model) : null),
        MirrorAction.ReadRange asked => ReadRange(request, asked),
        MirrorAction.ReadPass asked => ReadPass(request, asked),
        MirrorAction.ReadLog asked => ReadLog(asked),
        _ => throw new InvalidOperationException($"{request.Asked}"),
    };

    private MirrorInput.CheckpointRead ReadCheckpoint()
    {
        _checkpoint = copy.Checkpoint;
        return new MirrorInput.CheckpointRead(_checkpoint is null ? null : CopyStateText.Read(_checkpoint));
    }

    private MirrorInput? ReadRange(SimulatedRequest request, MirrorAction.ReadRange asked)
    {
        if (scenario.IsUnordered) return new MirrorInput.RangeRefused(asked, IsOrdered: false);
        if (request.Left is null)
        {
            if (!asked.Model.LoadsEverything && !server.Model.HasB) return new MirrorInput.RangeRefused(asked, IsOrdered: true);
            request.Span = NextSpan(asked);
            if (request.Span is not { } span) return new MirrorInput.RangeRead(asked, null, []);
            string[] ids = [.. server.IdsIn(span)];
            random.Shuffle(ids);
            request.Left = new Queue<string>(ids);
        }

        if (request.Left.TryDequeue(out string? id)) Read(request, asked.Model, id);
        return request.Left.Count > 0 ? null : new MirrorInput.RangeRead(asked, request.Span, request.Rows);
    }

    private IdSpan? NextSpan(MirrorAction.ReadRange asked)
    {
        if (_state.Copy?.Find(asked.Model.Name) is not { } model || asked.Turn != _state.Turn) return null;
        LoadedSpans loaded = model.Mode == LoadMode.Ranges ? model.Loaded : _state.Collected;
        foreach (int range in Enumerable.Range(0, Ranges))
        {
            IdSpan span = Span(range);
            bool isStored = loaded.Has(span);
            bool isInFlight = _requests.Any(other => other.Span == span && other.Asked is MirrorAction.ReadRange { } read && read.Turn == asked.Turn);
            if (!isStored && !isInFlight) return span;
        }

        return null;
    }

    private void Read(SimulatedRequest request, ModelCopy model, string id)
    {
        if (!model.LoadsEverything && !server.HasValue(model.Name, id)) return;
        if (server.Read(model.Name, id) is { } value) request.Rows.Add(new LoadedRow(id, value, null));
    }

    private MirrorInput? ReadPass(SimulatedRequest request, MirrorAction.ReadPass asked)
    {
        if (request.Left is null)
        {
            request.Before = server.End();
            _found.Clear();
            request.Left = [];
        }

        // Pages of three by position in a list that others change.
        string[] there = [.. server.IdsIn(IdSpan.Everything).Where(id => server.Read(asked.Model.Name, id) is not null)];
        string[] page = [.. there.Skip(request.Skip).Take(3)];
        request.Skip += page.Length;
        if (page.Length == 0) return new MirrorInput.PassEnded(asked, request.Before?.Sequence == server.End()?.Sequence || missing == Safeguard.QuietPass);
        foreach (string id in page) Read(request, asked.Model, id);
        return new MirrorInput.PassPageRead(asked, request.Rows);
    }

    private MirrorInput.LogRead ReadLog(MirrorAction.ReadLog asked)
    {
        int limit = random.Next(2, 7);
        IReadOnlyList<OplogEntry> page = server.Page(asked.After?.Sequence ?? 0, limit);
        OplogMark? first = asked.After is null || page.Count == 0 ? null : OplogMark.Of(page[0]);
        bool isFirst = first is not null && first.Sequence == asked.After!.Sequence;
        return new MirrorInput.LogRead(asked, isFirst ? first : null, [.. page.Skip(isFirst ? 1 : 0)], server.Model.Hash, null, page.Count == limit);
    }

    /// <summary>An input as it would be without a safeguard.</summary>
    private MirrorInput Without(MirrorInput input) => (missing, input) switch
    {
        (Safeguard.Anchor, MirrorInput.LogRead { Asked.After: { } after } read) => read with { First = after },
        (Safeguard.Fingerprint, MirrorInput.LogRead { Asked.After: { } after, First: not null } read) => read with { First = after },
        (Safeguard.EmptyOplog, MirrorInput.LogRead { Asked.After: { ObjectId: AnyMark } after } read) => read with { First = after },
        (Safeguard.EmptyOplog, MirrorInput.EndRead { Mark: null } read) => read with { Mark = new OplogMark(0, AnyMark, null) },
        (Safeguard.AddedField, MirrorInput.FieldsAsked asked) => asked with { HasValues = false },
        (Safeguard.DataModelOfTheOplog, MirrorInput.DataModelRead read) => read with { Hash = null },
        (Safeguard.Reshaping, MirrorInput.DataModelRead read) => read with { Models = read.Models.ToImmutableDictionary(model => model.Key, model => Unshaped(model.Value)) },
        _ => input,
    };

    private static ModelShape Unshaped(ModelShape shape) => new(null, shape.Fields.Keys.ToImmutableSortedDictionary(name => name, _ => "", StringComparer.Ordinal));

    /// <summary>A decision as it would be without a safeguard.</summary>
    private Decision Without(Decision decision, CopyState? before)
    {
        if (before is null || decision.State.Copy is not { } after || ReferenceEquals(before, after)) return decision;
        CopyState changed = missing switch
        {
            Safeguard.OwnStart when after.Log?.Sequence < before.Log?.Sequence
                => after with { Log = before.Log, Models = [.. after.Models.Select(model => model with { Position = before.Log })] },
            Safeguard.FinishedRanges => after with { Models = [.. after.Models.Select(Highest)] },
            Safeguard.LoadUnderOneDataModel when after.Hash != before.Hash => after with { Models = [.. after.Models.Select(model => Kept(model, before))] },
            _ => after,
        };
        return ReferenceEquals(changed, after) ? decision : new Decision(
            decision.State with { Copy = changed },
            [.. decision.Actions.Select(action => action is MirrorAction.Store step ? step with { Copy = changed } : action)]);
    }

    private static ModelCopy Highest(ModelCopy model)
    {
        if (model.Loaded.Above is not [.., _] above) return model;
        IdSpan last = above.MaxBy(span => span.To ?? "~");
        return model with { Loaded = last.To is null ? new LoadedSpans(null, true, []) : new LoadedSpans(last.To, false, []) };
    }

    private static ModelCopy Kept(ModelCopy model, CopyState before)
        => before.Find(model.Name) is { Phase: not MirrorPhase.Following } kept && model.LoadsEverything && kept.LoadsEverything ? kept with { Shape = model.Shape } : model;
}
