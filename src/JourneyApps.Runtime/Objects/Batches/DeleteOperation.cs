using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>An operation that deletes an object; it needs no class of it.</summary>
internal sealed class DeleteOperation(string model, string id, object? own) : BatchOperation(BatchMethod.Delete, model, id, own)
{
    internal override string WireMethod => "delete";

    internal override bool Begin(JsonBody body)
    {
        body.Output.WriteRaw("{\"type\":"u8);
        body.Output.WriteText(Model);
        body.Output.WriteRaw(",\"id\":"u8);
        body.Output.WriteText(ApiNames.CheckId(Id));
        body.Output.WriteRaw((byte)'}');
        return true;
    }

    internal override void Complete(in FieldMask uploads)
    {
    }

    internal override void Fail()
    {
    }

    internal override Task ReadBackAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
        => Task.CompletedTask;

    internal override Task<HashSet<string>> TakeExistingAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
        => Task.FromResult<HashSet<string>>([]);

    internal override Task DecideAsync(
        ClientContext context, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
