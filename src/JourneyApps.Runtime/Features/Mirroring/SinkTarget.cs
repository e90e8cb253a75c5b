using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Mirroring;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Stores the copy with a sink. Objects are read as records.</summary>
internal sealed class SinkTarget(IMirrorSink sink, ImmutableArray<string>? models) : MirrorTarget
{
    private static readonly SchemaInfo NoClasses = new(DataModel.Empty);

    public override ImmutableArray<string>? Models => models;

    public override bool NeedsDataModel => true;

    public override string Place => "the copy";

    public override SchemaInfo Schema(ClientContext context) => NoClasses;

    public override RowReader CreateReader(ClientContext context, string model)
        => new RowReader<JourneyRecord>(new ObjectCalls<JourneyRecord>(context, new RecordCodec(model), null));

    // Records have all values that the server sends, so nothing breaks.
    public override IReadOnlyList<DataModelChange> Compare(ClientContext context, DataModel deployed) => [];

    public override ModelShape ShapeOf(ClientContext context, Model model) => ModelShape.Of(model);

    public override bool KeepsShapesApart => true;

    public override ValueTask<MirrorCheckpoint?> LoadAsync(CancellationToken cancellationToken)
        => sink.LoadCheckpointAsync(cancellationToken);

    public override ValueTask<bool> StoreAsync(PendingStep step, CancellationToken cancellationToken)
        => sink.ApplyAsync(Step(step), cancellationToken);

    private static MirrorStep Step(PendingStep pending)
    {
        (CopyState copy, LoadPart? part) = (pending.Step.Copy, pending.Step.Part);
        return new MirrorStep
        {
            PreviousCheckpoint = pending.From,
            Checkpoint = pending.To,
            ModelShapes = pending.Shapes,
            DataModel = pending.DataModel!,
            DataModelHash = copy.Hash,
            Phases = copy.Phases,
            Changes = part is null
                ? [.. pending.Step.Entries.Select(ChangeFactory<JourneyRecord>.Of)]
                : [.. part.Rows.Select(row => ChangeFactory<JourneyRecord>.Of(part.Model.Name, row))],
            LoadedModel = part?.Model.Name,
            LoadSequence = part?.Model.Start?.Sequence,
            IsFirstOfLoad = pending.IsFirstOfLoad,
            IsLastOfLoad = part?.IsLast == true,
            FromId = part?.Span.From,
            ToId = part?.Span.To,
            ExistingIds = pending.ExistingIds,
        };
    }
}
