using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Internal.Values.Ids;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <content>Loading.</content>
internal static partial class MirrorRules
{
    private const int MaxPasses = 5;

    // The responses of a load that are not stored yet share this limit.
    private const long MostBytesToStore = 64 * 1024 * 1024;

    private static MirrorState RequestLoad(
        MirrorState state, ModelCopy model, MirrorSettings settings, ImmutableArray<MirrorAction>.Builder requests)
    {
        if (state.IsEndingLoad) return state;
        if (model.Mode == LoadMode.Passes && !state.Collected.IsComplete)
        {
            if (!state.IsPassing) requests.Add(new MirrorAction.ReadPass(state.Turn, model));
            return state with { IsPassing = true };
        }

        if (!LoadedOf(state, model).IsComplete)
        {
            long lanes = Math.Clamp(MostBytesToStore / Math.Max(1, state.LargestRange), 1, settings.Lanes);
            int free = state.HasNoRangeLeft ? 0 : Math.Max(0, (int)lanes - state.RangesInFlight);
            for (int i = 0; i < free; i++) requests.Add(new MirrorAction.ReadRange(state.Turn, model));
            return state with { RangesInFlight = state.RangesInFlight + free };
        }

        requests.Add(new MirrorAction.ReadEnd(state.Turn));
        return state with { IsEndingLoad = true };
    }

    private static LoadedSpans LoadedOf(MirrorState state, ModelCopy model)
        => model.Mode == LoadMode.Ranges ? model.Loaded : state.Collected;

    private static Decision AtRange(MirrorState state, MirrorInput.RangeRead read)
    {
        state = state with
        {
            RangesInFlight = state.RangesInFlight - 1,
            LargestRange = Math.Max(state.LargestRange, read.Bytes),
        };
        CopyState copy = state.Copy!;
        ModelCopy model = copy.Find(read.Asked.Model.Name)!;
        if (read.Span is not { } span) return Decision.Of(state with { HasNoRangeLeft = true });
        bool removes = model.LoadsEverything && model.Mode == LoadMode.Ranges;
        if (removes && read.Rows.Any(static row => row.Id is not null && !UuidText.IsWritable(row.Id)))
            return LoadAgain(state, model with { Mode = LoadMode.CollectingRanges });
        // A row without a readable id is one of those that the answer seems to lack.
        Removal removal = removes && read.Rows.All(static row => row.Id is not null) ? Removal.Range : Removal.None;
        if (model.Mode == LoadMode.Ranges) copy = copy.With(model with { Loaded = model.Loaded.Add(span) });
        else state = state with { Collected = state.Collected.Add(span) };
        return StorePart(state, copy, new LoadPart(model, span, read.Rows, removal));
    }

    // Without the condition, everything is read: that is always possible.
    private static Decision AtRefusal(MirrorState state, MirrorInput.RangeRefused refused)
    {
        ModelCopy model = state.Copy!.Find(refused.Asked.Model.Name)!;
        return refused.IsOrdered
            ? LoadAgain(state, model with { Fields = [] })
            : LoadAgain(state, model with { Mode = LoadMode.Passes })
                .Then(new MirrorAction.Report(new MirrorProgress(MirrorEvent.FellBackToFullPasses) { Model = model.Name }));
    }

    /// <summary>Begins the load of a model again, in another way. What was read counts for nothing.</summary>
    private static Decision LoadAgain(MirrorState state, ModelCopy model)
    {
        (state, MirrorAction.Store step) = Store(state.InNewTurn(), state.Copy!.With(model with { Loaded = LoadedSpans.None }));
        return Decision.Of(state, step);
    }

    private static Decision AtPassPage(MirrorState state, MirrorInput.PassPageRead read)
        => StorePart(state, state.Copy!, new LoadPart(read.Asked.Model, IdSpan.Everything, read.Rows, Removal.None));

    private static Decision AtPassEnd(MirrorState state, MirrorInput.PassEnded ended)
    {
        state = state with { IsPassing = false };
        if (ended.IsQuiet) return Decision.Of(state with { Collected = LoadedSpans.None.Add(IdSpan.Everything) });
        if (state.Passes + 1 < MaxPasses) return Decision.Of(state with { Passes = state.Passes + 1 });
        var fault = new JourneyApiException(
            $"The server does not compare ids by their text, so {ended.Asked.Model.Name} had to be read page by page, and something "
            + $"was written during each of {MaxPasses} passes: rows may be missing. Run the mirror again while less is written.");
        return Decision.Of(state with { Stage = MirrorStage.Ended }, new MirrorAction.End(fault));
    }

    private static Decision StorePart(MirrorState state, CopyState copy, LoadPart part)
    {
        (state, MirrorAction.Store step) = Store(state, copy);
        return Decision.Of(
            state, step with { Part = part },
            new MirrorAction.Report(new MirrorProgress(MirrorEvent.Loaded) { Model = part.Model.Name, Changes = part.Rows.Count }));
    }

    private static Decision EndLoad(MirrorState state, OplogMark? end)
    {
        CopyState copy = state.Copy!;
        ModelCopy model = copy.Models.First(static model => model.Phase == MirrorPhase.Loading);
        bool sweeps = model.Mode != LoadMode.Ranges && model.LoadsEverything;
        var part = new LoadPart(model, IdSpan.Everything, [], sweeps ? Removal.Everything : Removal.None) { IsLast = true };
        ModelCopy loaded = model with
        {
            Phase = MirrorPhase.CatchingUp,
            CatchUpTo = end,
            Loaded = LoadedSpans.None,
            Mode = LoadMode.Ranges,
        };
        // Entries were not applied to this model while it was loaded, so the oplog is read again from the place before its first request.
        // The other models skip what they have.
        OplogMark? log = copy.Log?.Sequence > model.Start?.Sequence ? model.Start : model.Start is null ? null : copy.Log;
        copy = copy.With(loaded) with { Log = log };
        (state, MirrorAction.Store step) = Store(state.InNewTurn(), copy);
        return Decision.Of(state, step with { Part = part });
    }
}
