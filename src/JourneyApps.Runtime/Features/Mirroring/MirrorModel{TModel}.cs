using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model with its handler.</summary>
internal sealed class MirrorModel<TModel>(IMirrorHandler<TModel> handler) : MirrorModel(TModel.Info.Name)
    where TModel : class, IModel<TModel>
{
    public override Task<LoadedRows> ReadSliceAsync(ApiTransport transport, IdSlice slice, CancellationToken cancellationToken)
        => ReadAsync(transport, PageReader.Request(QueryPlan<TModel>.Everything, slice.Range(), transport.Settings.PageSize, 0), cancellationToken);

    public override Task<LoadedRows> ReadPageAsync(ApiTransport transport, int skip, CancellationToken cancellationToken)
        => ReadAsync(transport, PageReader.Request(QueryPlan<TModel>.Everything, null, transport.Settings.PageSize, skip), cancellationToken);

    public override async ValueTask<bool> ApplyAsync(LoadedRows rows, long generation, string? checkpoint, CancellationToken cancellationToken)
    {
        var page = new MirrorPage<TModel>(((LoadedRows<TModel>)rows).Changes, MirrorPhase.Loading, generation, checkpoint);
        await handler.ApplyAsync(page, cancellationToken).ConfigureAwait(false);
        return page.CheckpointIsStored;
    }

    public override async ValueTask<bool> ApplyAsync(
        IReadOnlyList<OplogEntry> entries, MirrorPhase phase, long generation, string? checkpoint, CancellationToken cancellationToken)
    {
        var page = new MirrorPage<TModel>([.. entries.Select(Change)], phase, generation, checkpoint);
        await handler.ApplyAsync(page, cancellationToken).ConfigureAwait(false);
        return page.CheckpointIsStored;
    }

    public override async ValueTask<bool> CompleteAsync(long generation, string? checkpoint, CancellationToken cancellationToken)
    {
        var snapshot = new MirrorSnapshot(generation, checkpoint);
        await handler.CompleteSnapshotAsync(snapshot, cancellationToken).ConfigureAwait(false);
        return snapshot.CheckpointIsStored;
    }

    private static async Task<LoadedRows> ReadAsync(ApiTransport transport, ApiRequest request, CancellationToken cancellationToken)
    {
        // Unreadable objects are told to the handler; whether lists throw for them is another matter.
        ModelPage<TModel> page = await PageReader.SendAsync<TModel>(transport, request, cancellationToken, countsOnly: true).ConfigureAwait(false);
        List<MirrorChange<TModel>> changes = new(page.Received);
        List<string> ids = new(page.Received);
        foreach (TModel model in page.Objects)
        {
            ids.Add(model.State.Id);
            changes.Add(new MirrorChange<TModel>(MirrorChangeKind.Upsert, new Id<TModel>(model.State.Id)) { Object = model });
        }
        foreach (UnreadableRow row in page.Unreadable)
        {
            if (row.Id is not null) ids.Add(row.Id);
            changes.Add(new MirrorChange<TModel>(MirrorChangeKind.Unreadable, ToId(row.Id)) { Exception = new UnreadableObjectException(row.Fault) });
        }
        return new LoadedRows<TModel>(changes, page.More, ids);
    }

    private static MirrorChange<TModel> Change(OplogEntry entry) => entry switch
    {
        { Operation: OplogOperation.Delete } => new(MirrorChangeKind.Delete, ToId(entry.Id)) { Sequence = entry.Sequence },
        { Object: TModel model } => new(MirrorChangeKind.Upsert, new Id<TModel>(model.State.Id)) { Object = model, Sequence = entry.Sequence },
        UnreadableEntry unreadable => new(MirrorChangeKind.Unreadable, ToId(entry.Id)) { Exception = unreadable.Exception, Sequence = entry.Sequence },
        _ => new(MirrorChangeKind.Unreadable, ToId(entry.Id))
        {
            Exception = new UnreadableObjectException($"An entry of the change log about {entry.Model} has no object.") { Model = entry.Model, ObjectId = entry.Id },
            Sequence = entry.Sequence,
        },
    };

    private static Id<TModel> ToId(string? id) => string.IsNullOrEmpty(id) ? default : new Id<TModel>(id);
}
