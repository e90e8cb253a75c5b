using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <content>Following the oplog.</content>
internal static partial class MirrorRules
{
    // An oplog that is trimmed faster than the load takes would be loaded for ever.
    private const int MaxResyncs = 3;

    // A server that does not show its last entry yet is given as many looks.
    private const int MaxEmptyPages = 3;

    private static Decision AtLog(MirrorState state, MirrorInput.LogRead read, MirrorSettings settings)
    {
        state = state with { IsReadingLog = false, HasMoreLog = read.IsFull || read.HasMore == true };
        CopyState copy = state.Copy!;
        if (copy.Log is { } last && read.First?.IsSame(last) != true) return Resync(state, last, settings);
        if (read.Hash is not null && read.Hash != copy.Hash) return Adopt(state, loadsEverything: false);
        // What happened between the empty oplog and its first entry is not known.
        if (copy.Log is null && read.Entries.Count > 0) return Adopt(state, loadsEverything: true);
        OplogMark[] ahead = [.. copy.Ahead];
        state = state with { EmptyPages = ahead.Length > 0 && read.Entries.Count == 0 ? state.EmptyPages + 1 : 0 };
        return ahead.Any(mark => Lacks(read, mark)) || state.EmptyPages == MaxEmptyPages
            ? Resync(state, copy.Log!, settings)
            : Advance(state, read, settings);
    }

    private static Decision Resync(MirrorState state, OplogMark last, MirrorSettings settings)
    {
        string gap = FormattableString.Invariant($"The oplog no longer contains entry {last.Sequence}, at which the mirror stopped: ")
            + "it was trimmed, or the deployment was restored.";
        JourneyApiException? fault = settings.StopOnGap ? new OplogGapException(gap + " Load the copy again.")
            : state.Resyncs >= MaxResyncs ? new JourneyApiException(
                $"{gap} This happened after each of {MaxResyncs} loads: the oplog is trimmed faster than everything can be loaded.")
            : null;
        if (fault is not null) return Decision.Of(state with { Stage = MirrorStage.Ended }, new MirrorAction.End(fault));
        Decision next = Adopt(state with { Resyncs = state.Resyncs + 1 }, loadsEverything: true);
        return next with { Actions = [new MirrorAction.Report(new MirrorProgress(MirrorEvent.Resync)), .. next.Actions] };
    }

    private static Decision Advance(MirrorState state, MirrorInput.LogRead read, MirrorSettings settings)
    {
        CopyState copy = state.Copy!;
        OplogEntry[] changes = [.. read.Entries.Where(entry => copy.Find(entry.Model) is { } model && Applies(model, entry))];
        CopyState next = read.Entries is [.., var newest] ? MovedTo(copy, OplogMark.Of(newest)) : copy;
        string[] completed = [.. next.Models.Where(model => IsCaughtUp(next, model)).Select(static model => model.Name)];
        foreach (string name in completed)
            next = next.With(next.Find(name)! with { Phase = MirrorPhase.Following, CatchUpTo = null, Fields = [] });

        state = state with { Resyncs = completed.Length > 0 ? 0 : state.Resyncs };
        ImmutableArray<MirrorAction> actions = [];
        if (!ReferenceEquals(next, copy))
        {
            (state, MirrorAction.Store step) = Store(state, next);
            actions = [step with { Entries = changes }];
        }

        var decision = Decision.Of(state,
        [
            .. actions,
            .. changes.GroupBy(static entry => entry.Model).Select(static model => Report(MirrorEvent.Followed, model.Key, model.Count())),
            .. completed.Select(static name => Report(MirrorEvent.CaughtUp, name, 0)),
        ]);
        return AtPresent(decision, read, settings);
    }

    /// <summary>Notices when there is nothing more to read.</summary>
    private static Decision AtPresent(Decision decision, MirrorInput.LogRead read, MirrorSettings settings)
    {
        MirrorState state = decision.State;
        bool isAtEnd = !state.HasMoreLog && (read.HasMore == false || read.Entries.Count == 0);
        // At the end of an oplog that lacks what the copy has, the deployment was restored, or the server does not show its last entries
        // yet.
        if (!isAtEnd || state.Copy!.Ahead.Any() || state.Copy!.Models.Any(static model => model.Phase != MirrorPhase.Following))
        {
            // The documented form does not say whether there is more. A run that ends at the end asks once more without waiting.
            bool asksAgain = settings.UntilUpToDate && read.Entries.Count > 0;
            return decision with { State = state with { HasMoreLog = state.HasMoreLog || asksAgain } };
        }

        decision = decision.Then(new MirrorAction.Report(new MirrorProgress(MirrorEvent.UpToDate)));
        return settings.UntilUpToDate
            ? decision.Then(new MirrorAction.End(null)) with { State = state with { Stage = MirrorStage.Ended } }
            : decision;
    }

    // Sequences alone are compared: times have whole seconds, and clocks step back.
    private static bool Applies(ModelCopy model, OplogEntry entry)
        => model.Phase != MirrorPhase.Loading && !(entry.Sequence <= model.Position?.Sequence);

    private static CopyState MovedTo(CopyState copy, OplogMark last) => copy with
    {
        Log = last,
        Models =
        [
            .. copy.Models.Select(model => model.Phase == MirrorPhase.Loading || model.Position?.Sequence >= last.Sequence
                ? model
                : model with { Position = last }),
        ],
    };

    private static bool IsCaughtUp(CopyState copy, ModelCopy model)
        => model.Phase == MirrorPhase.CatchingUp && (model.CatchUpTo is not { } end || copy.Log?.Sequence >= end.Sequence);

    /// <summary>Whether a page goes past an entry and does not have it.</summary>
    private static bool Lacks(MirrorInput.LogRead read, OplogMark mark)
        => read.Entries is [.., var newest] && newest.Sequence >= mark.Sequence
            && !read.Entries.Any(entry => OplogMark.Of(entry).IsSame(mark));

    private static MirrorAction.Report Report(MirrorEvent what, string model, int changes)
        => new(new MirrorProgress(what) { Model = model, Changes = changes });
}
