using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model with its handler.</summary>
internal sealed class HandledModel<TModel>(IMirrorHandler<TModel> handler) : HandledModel(TModel.Info.Name)
    where TModel : class, IModel<TModel>
{
    public override RowReader CreateReader(ClientContext context)
        => new RowReader<TModel>(new ObjectCalls<TModel>(context, ModelCodec<TModel>.Instance, null));

    public override async ValueTask<HandlerResult> ApplyAsync(HandledPart part, CancellationToken cancellationToken)
    {
        MirrorChange<TModel>[] changes =
        [
            .. part.Rows.Select(row => ChangeFactory<TModel>.Of(Name, row)), .. part.Entries.Select(ChangeFactory<TModel>.Of),
        ];
        var page = new MirrorPage<TModel>(changes, part.Phase, part.To)
        {
            PreviousCheckpoint = part.From,
            FromId = part.Span.From,
            ToId = part.Span.To,
            ExistingIds = part.ExistingIds,
        };
        await handler.ApplyAsync(page, cancellationToken).ConfigureAwait(false);
        return page.IsOvertaken ? HandlerResult.Overtaken
            : page.CheckpointIsStored ? HandlerResult.CheckpointStored
            : HandlerResult.Stored;
    }
}
