using System.Collections.Immutable;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <content>Deciding which models are loaded: at the beginning, after a gap, for models that are new, for another data model.</content>
internal static partial class MirrorRules
{
    private static Decision Adopt(MirrorState state, bool loadsEverything)
    {
        state = state.InNewTurn() with { Stage = MirrorStage.Adopting, Adoption = new Adoption(loadsEverything) };
        return Decision.Of(state, new MirrorAction.ReadEnd(state.Turn));
    }

    private static Decision AtEnd(MirrorState state, MirrorInput.EndRead read, MirrorSettings settings)
    {
        if (state.Stage != MirrorStage.Adopting) return EndLoad(state, read.Mark);
        Adoption adoption = state.Adoption! with { Mark = read.Mark, Hash = read.Hash };
        state = state with { Adoption = adoption };
        CopyState? copy = adoption.LoadsEverything ? null : state.Copy;
        bool isNew = copy is null || read.Hash != copy.Hash || settings.Models?.Any(name => copy.Find(name) is null) == true;
        return settings.NeedsDataModel || (isNew && read.Hash is not null)
            ? Decision.Of(state, new MirrorAction.ReadDataModel(state.Turn))
            : Commit(state, settings);
    }

    private static Decision AtDataModel(MirrorState state, MirrorInput.DataModelRead read, MirrorSettings settings)
    {
        Adoption adoption = state.Adoption!;
        // The data model changed between the two requests. What the oplog would return is rendered with another one than this.
        if (read.Hash is not null && adoption.Hash is not null && read.Hash != adoption.Hash)
            return Decision.Of(state, new MirrorAction.ReadEnd(state.Turn, Pauses: true));

        adoption = adoption with { Models = read.Models };
        ImmutableArray<MirrorAction> reports = [];
        if (read.Changes.Count > 0 || (state.Copy?.Hash is { } known && known != adoption.Hash))
            reports = [new MirrorAction.Report(new MirrorProgress(MirrorEvent.DataModelChanged) { DataModelChanges = read.Changes })];
        if (!settings.ContinueOnBreakingDataModelChange && read.Changes.Any(DataModelChangedException.BreaksReading))
        {
            var fault = new DataModelChangedException(read.Changes, nameof(MirrorOptions));
            return Decision.Of(state with { Stage = MirrorStage.Ended }, [.. reports, new MirrorAction.End(fault)]);
        }

        MirrorAction[] questions = adoption.LoadsEverything
            ? []
            : [.. (state.Copy?.Models ?? []).Select(model => Question(state.Turn, model, read.Models)).OfType<MirrorAction>()];
        state = state with { Adoption = adoption with { Questions = questions.Length } };
        Decision next = questions.Length > 0 ? Decision.Of(state, [.. questions]) : Commit(state, settings);
        return next with { Actions = [.. reports, .. next.Actions] };
    }

    private static MirrorAction.AskFields? Question(int turn, ModelCopy model, ImmutableDictionary<string, ModelShape> shapes)
        => model.Shape is { } before && shapes.GetValueOrDefault(model.Name) is { } shape && !shape.Reshapes(before)
            && shape.AddedSince(before) is { IsEmpty: false } added
                ? new MirrorAction.AskFields(turn, model.Name, added)
                : null;

    private static Decision AtFields(MirrorState state, MirrorInput.FieldsAsked asked, MirrorSettings settings)
    {
        Adoption adoption = state.Adoption!;
        adoption = adoption with
        {
            Questions = adoption.Questions - 1,
            Found = asked.HasValues == true ? adoption.Found.SetItem(asked.Asked.Model, asked.Asked.Fields) : adoption.Found,
            Refused = asked.HasValues is null ? adoption.Refused.Add(asked.Asked.Model) : adoption.Refused,
        };
        state = state with { Adoption = adoption };
        return adoption.Questions > 0 ? Decision.Of(state) : Commit(state, settings);
    }

    private static Decision Commit(MirrorState state, MirrorSettings settings)
    {
        Adoption adoption = state.Adoption!;
        CopyState? before = adoption.LoadsEverything ? null : state.Copy;
        IEnumerable<string> names = settings.Models ?? [.. adoption.Models!.Keys.Order(StringComparer.Ordinal)];
        // A model that is gone from the data model is forgotten: when it comes back, its objects come back without an entry in the oplog.
        ImmutableArray<ModelCopy> models =
        [
            .. names.Where(name => adoption.Models?.ContainsKey(name) != false).Select(name => Adopted(name, adoption, before)),
        ];
        bool isUnchanged = before is not null && before.Hash == adoption.Hash && before.Models.SequenceEqual(models);
        var copy = new CopyState(before is null ? adoption.Mark : before.Log, adoption.Hash, models);
        state = state.InNewTurn() with
        {
            Stage = MirrorStage.Running,
            Adoption = null,
            Announced = null,
            // Servers that disagree about the data model must not keep the mirror busy.
            HasMoreLog = !isUnchanged,
        };
        if (isUnchanged) return Decision.Of(state);
        (state, MirrorAction.Store step) = Store(state, copy);
        var next = Decision.Of(state, step);
        return before is null ? next.Then(new MirrorAction.Report(new MirrorProgress(MirrorEvent.LoadStarted))) : next;
    }

    private static ModelCopy Adopted(string name, Adoption adoption, CopyState? before)
    {
        ModelShape? shape = adoption.Models?.GetValueOrDefault(name);
        var load = ModelCopy.ToLoad(name, adoption.Mark, shape);
        if (before?.Find(name) is not { } model) return load;
        if (before.Hash == adoption.Hash) return model.Shape is null ? model with { Shape = shape } : model;
        if (shape is null || model.Shape is not { } known || shape.Reshapes(known) || adoption.Refused.Contains(name)) return load;
        // The answers of a load do not say which data model they were rendered with.
        if (model.Phase != MirrorPhase.Following && model.LoadsEverything) return load;
        ImmutableArray<string> fields = adoption.Found.GetValueOrDefault(name, []);
        return fields.IsEmpty && model.Phase == MirrorPhase.Following
            ? model with { Shape = shape }
            : model.ToLoadFields(before.Log, fields, shape);
    }
}
