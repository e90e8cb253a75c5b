using System.Buffers;
using System.Text.Json;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Writes single records: the rules of the typed writes, for values by name.</summary>
internal static class RecordRequests
{
    internal static Task<JourneyRecord> ReadAsync(ApiTransport transport, string model, string id, RequestOptions? options, bool mayBeMissing, CancellationToken cancellationToken)
        => transport.SendAsync(
            ObjectRequests.Get(model, id, null, options) with { MayBeMissing = mayBeMissing },
            response => RecordReader.Read(response.Body.Span, model),
            cancellationToken);

    /// <summary>Creates a new record by a PUT under its own id; one whose answer was lost is looked up before it is sent again.</summary>
    internal static async Task CreateAsync(ApiTransport transport, JourneyRecord record, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (!record.IsNew) throw new InvalidOperationException($"{record} exists already. Use UpdateAsync for changes, or PutAsync to create or replace.");
        bool edited = await WriteAsync(transport, record, HttpMethod.Put, "create", isCreate: true, options, cancellationToken).ConfigureAwait(false);
        if (edited) await UpdateAsync(transport, record, options, cancellationToken).ConfigureAwait(false);
    }

    internal static Task PutAsync(ApiTransport transport, JourneyRecord record, RequestOptions? options, CancellationToken cancellationToken)
        => WriteAsync(transport, record, HttpMethod.Put, "put", isCreate: false, options, cancellationToken);

    internal static Task UpdateAsync(ApiTransport transport, JourneyRecord record, RequestOptions? options, CancellationToken cancellationToken)
        => record.IsNew
            ? throw new InvalidOperationException($"{record} is new: create it before updating it.")
            : WriteAsync(transport, record, HttpMethod.Patch, "update", isCreate: false, options, cancellationToken);

    private static async Task<bool> WriteAsync(
        ApiTransport transport, JourneyRecord record, HttpMethod method, string operation, bool isCreate, RequestOptions? options, CancellationToken cancellationToken)
    {
        WritableId.Check(record.Model, record.Id);
        bool changedOnly = method == HttpMethod.Patch;
        IReadOnlyList<string> fields = record.BeginWrite(changedOnly);
        try
        {
            if (changedOnly && fields.Count == 0)
            {
                record.FailWrite();
                return false;
            }
            ApiRequest request = ObjectRequests.Write(method, operation, record.Model, record.Id, Body(record, fields), options);
            if (isCreate)
                request = request with { LookUp = ObjectRequests.Get(record.Model, record.Id, null, options), LookUpAtOnce = record.IsCreateInDoubt };
            RequestProgress progress = transport.NewProgress(request);
            JourneyRecord answer = await transport.SendAsync(request, response => Read(response, record), cancellationToken, progress).ConfigureAwait(false);
            record.EndWrite(answer, keepEdits: isCreate && progress.WasFound);
            return record.HasChanges;
        }
        catch (Exception fault)
        {
            record.FailWrite();
            if (isCreate && fault is JourneyApiException { Outcome: not WriteOutcome.NotApplied } or JourneyCanceledException { Outcome: not WriteOutcome.NotApplied })
                record.NoteLostCreate(fields);
            throw;
        }
    }

    private static JsonBody Body(JourneyRecord record, IReadOnlyList<string> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, RecordJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(record.Model);
            RecordWriter.WriteMembers(writer, record, fields);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return new JsonBody(buffer.WrittenSpan);
    }

    private static JourneyRecord Read(ApiResponse response, JourneyRecord record)
    {
        JourneyRecord answer = RecordReader.Read(response.Body.Span, record.Model);
        return answer.Id == record.Id ? answer : throw new JsonException("The answer is about another object.");
    }
}
