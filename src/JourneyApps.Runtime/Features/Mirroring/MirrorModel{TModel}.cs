using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model with its handler.</summary>
internal sealed class MirrorModel<TModel>(IMirrorHandler<TModel> handler) : MirrorModel(TModel.Info.Name)
    where TModel : class, IModel<TModel>
{
    private ObjectCalls<TModel> _calls = new(ClientContext.None, ModelCodec<TModel>.Instance, null);
    private IdRangeReader<TModel>? _ranges;

    private string? _position;

    public override string? Position => _position;

    public override bool IsLoaded => _ranges!.IsDone;

    public override void StartLoad(ClientContext context, string? from)
    {
        _position = from;
        _calls = new ObjectCalls<TModel>(context, ModelCodec<TModel>.Instance, null);
        _ranges = new IdRangeReader<TModel>(_calls, null, [new IdRange(from, null)]);
    }

    public override async Task<LoadedRows?> ReadRangeAsync(CancellationToken cancellationToken)
    {
        // One range after the other: each begins where the one before ends.
        IdRangePage<TModel> read = (await _ranges!.NextAsync(report: true, cancellationToken).ConfigureAwait(false))!;
        _position = read.Range.To;
        return read.Page is { } page ? Rows(page) : null;
    }

    // Unreadable objects are reported to the handler, regardless of how lists handle them.
    public override async Task<LoadedRows> ReadPageAsync(int skip, CancellationToken cancellationToken)
        => Rows(await _calls.SendPageAsync(
            _calls.PageRequest(null, _calls.PageSize, skip), cancellationToken, report: true).ConfigureAwait(false));

    public override async ValueTask<bool> ApplyAsync(
        LoadedRows rows, long generation, CheckpointMove move, CancellationToken cancellationToken)
    {
        var page = new MirrorPage<TModel>(((LoadedRows<TModel>)rows).Changes, MirrorPhase.Loading, generation, move.To)
        {
            PreviousCheckpoint = move.From,
        };
        await handler.ApplyAsync(page, cancellationToken).ConfigureAwait(false);
        return CheckpointMove.IsStored(page);
    }

    public override async ValueTask<bool> ApplyAsync(
        IReadOnlyList<OplogEntry> entries, MirrorPhase phase, long generation, CheckpointMove move, CancellationToken cancellationToken)
    {
        var page = new MirrorPage<TModel>([.. entries.Select(Change)], phase, generation, move.To) { PreviousCheckpoint = move.From };
        await handler.ApplyAsync(page, cancellationToken).ConfigureAwait(false);
        return CheckpointMove.IsStored(page);
    }

    public override async ValueTask<bool> CompleteAsync(long generation, CheckpointMove move, CancellationToken cancellationToken)
    {
        var snapshot = new MirrorSnapshot(generation, move.To) { PreviousCheckpoint = move.From };
        await handler.CompleteSnapshotAsync(snapshot, cancellationToken).ConfigureAwait(false);
        return CheckpointMove.IsStored(snapshot);
    }

    private static LoadedRows<TModel> Rows(ModelPage<TModel> page) => new(
        [
            .. page.Objects.Select(
                static model => new MirrorChange<TModel>(MirrorChangeKind.Upsert, new Id<TModel>(model.State.Id)) { Object = model }),
            .. page.Unreadable.Select(static row => new MirrorChange<TModel>(
                MirrorChangeKind.Unreadable, ToId(row.Id)) { Exception = new UnreadableObjectException(row.Fault) }),
        ],
        page.More);

    private static MirrorChange<TModel> Change(OplogEntry entry) => entry switch
    {
        { Operation: OplogOperation.Delete } => new(MirrorChangeKind.Delete, ToId(entry.Id)) { Sequence = entry.Sequence },
        { Object: TModel model }
            => new(MirrorChangeKind.Upsert, new Id<TModel>(model.State.Id)) { Object = model, Sequence = entry.Sequence },
        { Exception: { } fault }
            => new(MirrorChangeKind.Unreadable, ToId(entry.Id)) { Exception = fault, Sequence = entry.Sequence },
        _ => new(MirrorChangeKind.Unreadable, ToId(entry.Id))
        {
            Exception = new UnreadableObjectException($"An entry of the oplog about {entry.Model} has no object.")
            {
                Model = entry.Model,
                ObjectId = entry.Id,
            },
            Sequence = entry.Sequence,
        },
    };

    private static Id<TModel> ToId(string? id) => string.IsNullOrEmpty(id) ? default : new Id<TModel>(id);
}
