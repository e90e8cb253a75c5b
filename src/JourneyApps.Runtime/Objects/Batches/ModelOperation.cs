using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>An operation that writes a model.</summary>
internal sealed class ModelOperation<TModel>(BatchMethod method, TModel model) : BatchOperation(method, TModel.Info.Name, model.State.Id, model)
    where TModel : class, IModel<TModel>
{
    internal override string WireMethod => Method switch
    {
        BatchMethod.Update => "patch",
        BatchMethod.CreateIfMissing => "post",
        _ => "put",
    };

    private WriteKind Kind => Method switch
    {
        BatchMethod.Update => WriteKind.Update,
        BatchMethod.Put => WriteKind.Put,
        _ => WriteKind.Create,
    };

    internal override bool Begin(JsonBody body)
    {
        WritableId.Check(Model, Id);
        if (Method == BatchMethod.Update && model.State.IsNew)
            throw new InvalidOperationException($"{model} is new, and no earlier operation of the batch has created it.");
        FieldMask mask = ModelWrites.Begin(model, Kind);
        try
        {
            if (Method == BatchMethod.Update && mask.IsEmpty)
            {
                ModelWrites.Fail(model);
                return false;
            }
            ModelJson.WriteFlat(model, mask, Kind, body);
            return true;
        }
        catch
        {
            ModelWrites.Fail(model);
            throw;
        }
    }

    internal override void Complete(in FieldMask uploads) => ModelWrites.CompleteUnread(model, uploads);

    internal override void Fail() => ModelWrites.Fail(model);

    internal override async Task<HashSet<string>> TakeExistingAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        string[] ids = [.. same.Select(static operation => operation.Id)];
        Dictionary<string, TModel> read = await ObjectReader.ByIdAsync<TModel>(transport, ids, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (operation.Object is not TModel own || !read.TryGetValue(operation.Id, out TModel? there)) continue;
            ModelWrites.CompleteUnread(own, default);
            ModelWrites.Refresh(own, there);
        }
        return [.. read.Keys];
    }

    internal override async Task ReadBackAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        string[] ids = [.. same.Select(static operation => operation.Id)];
        Dictionary<string, TModel> read = await ObjectReader.ByIdAsync<TModel>(transport, ids, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (operation.Object is TModel own && read.TryGetValue(operation.Id, out TModel? fresh)) ModelWrites.Refresh(own, fresh);
        }
    }
}
