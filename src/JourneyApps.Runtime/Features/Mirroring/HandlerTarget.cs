using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Passes each step to the handlers of its models, and stores the checkpoint unless a handler has done it.</summary>
internal sealed class HandlerTarget(IReadOnlyList<HandledModel> models, ICheckpointStore? checkpoints) : MirrorTarget
{
    public override ImmutableArray<string>? Models { get; } = [.. models.Select(static model => model.Name)];

    public override bool NeedsDataModel => false;

    public override string Place => $"{checkpoints}";

    public override SchemaInfo Schema(ClientContext context) => context.Schema;

    public override RowReader CreateReader(ClientContext context, string model) => Find(model).CreateReader(context);

    public override IReadOnlyList<DataModelChange> Compare(ClientContext context, DataModel deployed)
        => [.. DataModelComparison.Compare(context.Schema.DataModel, deployed, context.Schema.Detail)
            .Where(change => models.Any(model => model.Name == change.Model))];

    // Fields without a property are not read.
    public override ModelShape ShapeOf(ClientContext context, Model model)
    {
        ModelShape? known = context.Schema.DataModel.FindModel(model.Name) is { } read ? ModelShape.Of(read) : null;
        return ModelShape.Of(model, known is null ? null : known.Fields.ContainsKey);
    }

    public override async ValueTask<MirrorCheckpoint?> LoadAsync(CancellationToken cancellationToken)
        => checkpoints is not null && await checkpoints.LoadAsync(cancellationToken).ConfigureAwait(false) is { } text
            ? new MirrorCheckpoint(text, null)
            : null;

    public override async ValueTask<bool> StoreAsync(PendingStep step, CancellationToken cancellationToken)
    {
        (HandledModel Model, HandledPart Part)[] parts = [.. Parts(step)];
        for (int i = 0; i < parts.Length; i++)
        {
            // Only the last part carries the checkpoint: kept with an earlier one, it would be ahead of the following parts.
            (HandledModel model, HandledPart part) = parts[i];
            if (i == parts.Length - 1) part = part with { To = step.To };
            HandlerResult result = await model.ApplyAsync(part, cancellationToken).ConfigureAwait(false);
            if (result == HandlerResult.Overtaken) return false;
            if (result == HandlerResult.CheckpointStored && i == parts.Length - 1) return true;
        }

        return checkpoints is null || await checkpoints.ReplaceAsync(step.From, step.To, cancellationToken).ConfigureAwait(false);
    }

    public override void End() => (checkpoints as FileCheckpointStore)?.Dispose();

    private HandledModel Find(string name) => models.First(model => model.Name == name);

    private IEnumerable<(HandledModel Model, HandledPart Part)> Parts(PendingStep step)
    {
        if (step.Step.Part is { } load)
        {
            // What removes nothing and brings nothing does not concern the handler.
            if (load.Rows.Count == 0 && step.ExistingIds is null) yield break;
            yield return (Find(load.Model.Name), new HandledPart(PhaseOf(step, load.Model.Name))
            {
                From = step.From,
                Rows = load.Rows,
                Span = load.Span,
                ExistingIds = step.ExistingIds,
            });
            yield break;
        }

        foreach (HandledModel model in models)
        {
            OplogEntry[] entries = [.. step.Step.Entries.Where(entry => entry.Model == model.Name)];
            if (entries.Length > 0)
                yield return (model, new HandledPart(PhaseOf(step, model.Name)) { From = step.From, Entries = entries });
        }
    }

    private static MirrorPhase PhaseOf(PendingStep step, string model) => step.Before!.Find(model)!.Phase;
}
