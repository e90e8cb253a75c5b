using System.Collections.Immutable;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The rules by which a copy stays complete: a function of a state and an input, without I/O, so that a model check can drive it
/// through every order of events. docs/contributing/mirror.md explains the rules.</summary>
internal static partial class MirrorRules
{
    /// <summary>The first action of a run.</summary>
    internal static Decision Start() => Decision.Of(new MirrorState(), new MirrorAction.ReadCheckpoint());

    /// <summary>What follows from an input.</summary>
    internal static Decision Decide(MirrorState state, MirrorInput input, MirrorSettings settings)
    {
        Decision decision = input switch
        {
            MirrorInput.CheckpointRead read => Resume(state, read, settings),
            MirrorInput.EndRead read when read.Asked.Turn == state.Turn => AtEnd(state, read, settings),
            MirrorInput.DataModelRead read when read.Asked.Turn == state.Turn => AtDataModel(state, read, settings),
            MirrorInput.FieldsAsked asked when asked.Asked.Turn == state.Turn => AtFields(state, asked, settings),
            MirrorInput.RangeRead read when read.Asked.Turn == state.Turn => AtRange(state, read),
            MirrorInput.RangeRefused refused when refused.Asked.Turn == state.Turn => AtRefusal(state, refused),
            MirrorInput.PassPageRead read when read.Asked.Turn == state.Turn => AtPassPage(state, read),
            MirrorInput.PassEnded ended when ended.Asked.Turn == state.Turn => AtPassEnd(state, ended),
            MirrorInput.LogRead read when read.Asked.Turn == state.Turn => AtLog(state, read, settings),
            // The answer to a request from an earlier place of the copy.
            _ => Decision.Of(state),
        };
        return Continue(decision, settings);
    }

    private static Decision Resume(MirrorState state, MirrorInput.CheckpointRead read, MirrorSettings settings)
    {
        // A copy that began with an empty oplog has no entry by which a gap would be noticed.
        if (read.Copy is not { Log: not null } copy) return Adopt(state with { Copy = read.Copy }, loadsEverything: true);
        state = state with { Copy = copy };
        bool hasAll = settings.Models is { } wanted && wanted.SequenceEqual(copy.Models.Select(static model => model.Name));
        return hasAll && !settings.NeedsDataModel
            ? Decision.Of(state.InNewTurn() with { Stage = MirrorStage.Running })
            : Adopt(state, loadsEverything: false);
    }

    /// <summary>The step from the copy of a state to another one.</summary>
    private static (MirrorState State, MirrorAction.Store Step) Store(MirrorState state, CopyState copy)
    {
        copy = copy with { Step = (state.Copy?.Step ?? 0) + 1 };
        return (state with { Copy = copy }, new MirrorAction.Store(copy));
    }

    /// <summary>Adds the requests for which there is a place now. They come first, so that they run while a step is stored.</summary>
    private static Decision Continue(Decision decision, MirrorSettings settings)
    {
        if (decision.State is not { Stage: MirrorStage.Running, Copy: { } copy } state) return decision;
        ImmutableArray<MirrorAction>.Builder requests = ImmutableArray.CreateBuilder<MirrorAction>();
        ImmutableArray<MirrorAction> reports = [];
        ModelCopy? loading = copy.Models.FirstOrDefault(static model => model.Phase == MirrorPhase.Loading);
        if (loading is not null)
        {
            state = RequestLoad(state, loading, settings, requests);
            if (state.Announced != loading.Name)
            {
                state = state with { Announced = loading.Name };
                reports = [new MirrorAction.Report(new MirrorProgress(MirrorEvent.LoadStarted) { Model = loading.Name })];
            }
        }

        if (!state.IsReadingLog && Follows(copy))
        {
            requests.Add(new MirrorAction.ReadLog(state.Turn, copy.Log, state.HasMoreLog));
            state = state with { IsReadingLog = true };
        }

        return new Decision(state, [.. requests, .. decision.Actions, .. reports]);
    }

    // While nothing is followed yet, models that were loaded wait for the others: the oplog is then read once for all of them.
    private static bool Follows(CopyState copy)
        => copy.Models.Any(static model => model.Phase == MirrorPhase.Following)
            || copy.Models.All(static model => model.Phase != MirrorPhase.Loading);
}
