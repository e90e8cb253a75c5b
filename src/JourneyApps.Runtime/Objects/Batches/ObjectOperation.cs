using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>An operation that writes an object.</summary>
internal sealed class ObjectOperation<T>(
    BatchMethod method, ObjectCodec<T> codec, T item) : BatchOperation(method, codec.Model, codec.IdOf(item), item)
    where T : class
{
    // Of a create-or-update: the caller's own fields, whether the object may be created, and whether it has to be.
    private WriteScope? _own;
    private bool _isOnlyUpdated;
    private bool _isMissing;

    internal override string WireMethod
        => IsUpdate ? "patch" : Method is BatchMethod.CreateIfMissing or BatchMethod.CreateOrUpdate ? "post" : "put";

    internal override BatchStatus AppliedStatus
        => Method != BatchMethod.CreateOrUpdate ? BatchStatus.Applied : _isMissing ? BatchStatus.Created : BatchStatus.Updated;

    private bool IsUpdate => Method == BatchMethod.Update || (Method == BatchMethod.CreateOrUpdate && !_isMissing);

    private WriteKind Kind => IsUpdate ? WriteKind.Update : Method == BatchMethod.Put ? WriteKind.Put : WriteKind.Create;

    internal override bool Begin(JsonBody body)
    {
        ObjectCalls<T>.ThrowIfNotWritable(Model, Id);
        if (Method == BatchMethod.Update && codec.IsNew(item))
            throw new InvalidOperationException($"{item} is new, and no earlier operation of the batch has created it.");
        WriteScope scope = codec.Begin(item, Kind);
        try
        {
            if (IsUpdate && scope.IsEmpty)
            {
                codec.Fail(item);
                return false;
            }
            codec.WriteBody(item, scope, Kind, isBatch: true, body);
            return true;
        }
        catch
        {
            codec.Fail(item);
            throw;
        }
    }

    internal override void Complete(in FieldMask uploads) => codec.CompleteUnread(item, uploads);

    internal override void Fail() => codec.Fail(item);

    internal override bool StartsAgain(ApiError? error)
        => Method == BatchMethod.CreateOrUpdate && !_isMissing && !_isOnlyUpdated && error?.Type == ApiError.ObjectNotFound;

    internal override async Task ReadBackAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, T> read = await ReadAsync(context, same, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (read.TryGetValue(operation.Id, out T? server)) codec.Refresh((T)operation.Object!, server);
        }
    }

    internal override async Task<HashSet<string>> TakeExistingAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, T> read = await ReadAsync(context, same, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (read.TryGetValue(operation.Id, out T? server)) ((ObjectOperation<T>)operation).Rebase(server);
        }
        return [.. read.Keys];
    }

    internal override async Task DecideAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, T> read = await ReadAsync(context, same, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same) ((ObjectOperation<T>)operation).Decide(read.GetValueOrDefault(operation.Id));
    }

    private void Decide(T? server)
    {
        if (Rounds++ == 0) _isOnlyUpdated = codec.UpdatedAtOf(item) is not null;
        if (_isOnlyUpdated) return;
        _own ??= codec.KnownOf(item);
        _isMissing = server is null;
        if (server is not null) Rebase(server);
        else if (!codec.IsNew(item)) codec.Renew(item, _own.Value);
    }

    private void Rebase(T server) => codec.Rebase(item, server, _own ?? codec.KnownOf(item));

    private Task<Dictionary<string, T>> ReadAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
        => new ObjectCalls<T>(context, codec, options).ByIdAsync(same.Select(static operation => operation.Id), cancellationToken);
}
