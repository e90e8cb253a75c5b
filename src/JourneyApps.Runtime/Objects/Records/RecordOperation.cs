using System.Buffers;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>An operation of a batch that writes a record.</summary>
internal sealed class RecordOperation(BatchMethod method, JourneyRecord record) : BatchOperation(method, record.Model, record.Id, record)
{
    internal override string WireMethod => Method switch
    {
        BatchMethod.Update => "patch",
        BatchMethod.CreateIfMissing => "post",
        _ => "put",
    };

    internal override bool Begin(JsonBody body)
    {
        WritableId.Check(Model, Id);
        if (Method == BatchMethod.Update && record.IsNew)
            throw new InvalidOperationException($"{record} is new, and no earlier operation of the batch has created it.");
        IReadOnlyList<string> fields = record.BeginWrite(changedOnly: Method == BatchMethod.Update);
        if (Method == BatchMethod.Update && fields.Count == 0)
        {
            record.FailWrite();
            return false;
        }
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, RecordJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("type", Model);
            writer.WriteString("id", Id);
            RecordWriter.WriteMembers(writer, record, fields);
            writer.WriteEndObject();
        }
        body.Output.WriteRaw(buffer.WrittenSpan);
        return true;
    }

    internal override void Complete(in FieldMask uploads) => record.EndWrite(null);

    internal override void Fail() => record.FailWrite();

    internal override async Task ReadBackAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, JourneyRecord> read = await ReadAsync(transport, same, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (operation.Object is JourneyRecord own && read.TryGetValue(operation.Id, out JourneyRecord? fresh)) own.Refresh(fresh);
        }
    }

    internal override async Task<HashSet<string>> TakeExistingAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, JourneyRecord> read = await ReadAsync(transport, same, options, cancellationToken).ConfigureAwait(false);
        foreach (BatchOperation operation in same)
        {
            if (operation.Object is JourneyRecord own && read.TryGetValue(operation.Id, out JourneyRecord? there)) own.EndWrite(there);
        }
        return [.. read.Keys];
    }

    private async Task<Dictionary<string, JourneyRecord>> ReadAsync(
        ApiTransport transport, IReadOnlyList<BatchOperation> same, RequestOptions? options, CancellationToken cancellationToken)
    {
        Dictionary<string, JourneyRecord> found = new(StringComparer.Ordinal);
        foreach (BatchOperation[] some in same.Chunk(ObjectReader.IdsPerRequest))
        {
            RecordValue ids = RecordValue.List([.. some.Select(static operation => (RecordValue)operation.Id)]);
            var plan = new RecordPlan(Model) { Expression = "id in ?", Arguments = [ids], Options = options };
            await foreach (Page<JourneyRecord> page in RecordPager.ReadAsync(transport, plan, cancellationToken).ConfigureAwait(false))
            {
                foreach (JourneyRecord one in page.Items) found[one.Id] = one;
            }
        }
        return found;
    }
}
