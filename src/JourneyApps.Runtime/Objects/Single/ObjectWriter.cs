using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>
/// Writes one object: what is sent moves from changed to sent, success takes over the server's answer where nothing was set meanwhile,
/// any failure leaves the object exactly as changed as it was.
/// </summary>
internal static class ObjectWriter
{
    /// <summary>Creates a new object by a PUT under its own id.</summary>
    internal static async Task CreateAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        if (!model.State.IsNew)
            throw new InvalidOperationException($"{model} exists already. Use UpdateAsync for changes, or PutAsync to create or replace.");

        await WriteAsync(transport, model, WriteKind.Create, HttpMethod.Put, "create", options, cancellationToken).ConfigureAwait(false);
    }

    internal static Task UpdateAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        if (model.State.IsNew)
            throw new InvalidOperationException($"{model} is new: create it before updating it. For an object that exists, begin with the constructor that takes its id.");
        return WriteAsync(transport, model, WriteKind.Update, HttpMethod.Patch, "update", options, cancellationToken);
    }

    internal static Task PutAsync<TModel>(ApiTransport transport, TModel model, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        => WriteAsync(transport, model, WriteKind.Put, HttpMethod.Put, "put", options, cancellationToken);

    internal static Task ReplaceAsync<TModel>(
        ApiTransport transport, TModel model, DataLossHandling loss, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        ReplaceCheck.Whole(model, loss);
        return WriteAsync(transport, model, WriteKind.Replace, HttpMethod.Put, "replace", options, cancellationToken);
    }

    private static async Task WriteAsync<TModel>(
        ApiTransport transport, TModel model, WriteKind kind, HttpMethod method, string operation, RequestOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        string name = TModel.Info.Name, id = model.State.Id;
        WritableId.Check(name, id);
        FieldMask mask = ModelWrites.Begin(model, kind);
        FieldMask edited = default;
        JsonBody? body = null;
        try
        {
            if (kind == WriteKind.Update && mask.IsEmpty)
            {
                ModelWrites.Fail(model);
                return;
            }
            body = ObjectRequests.Body(model, kind, mask);
            ApiRequest request = ObjectRequests.Write(method, operation, name, id, body, options);
            byte[]? lost = kind == WriteKind.Create ? LostCreates.Find(model) : null;
            if (kind == WriteKind.Create)
                request = request with { LookUp = ObjectRequests.Get(name, id, null, options), LookUpAtOnce = lost is not null };

            else if (body.IsUpload)
                request = UploadLookUp.Add(request, model, body, ObjectRequests.Get(name, id, null, options));

            RequestProgress progress = transport.NewProgress(request);
            TModel answer = await SendAsync<TModel>(transport, request, id, progress, cancellationToken).ConfigureAwait(false);
            if (progress.WasFound && lost is not null) edited = LostCreates.EditedSince(TModel.Info.Untyped, lost, body.Json);
            ModelWrites.Complete(model, answer, edited);
            model.State.MarkChanged(edited);
            LostCreates.Forget(model);
        }
        catch (Exception fault)
        {
            ModelWrites.Fail(model);
            if (kind == WriteKind.Create && body is not null && IsInDoubt(fault)) LostCreates.Note(model, body.Json);
            throw;
        }
        finally
        {
            body?.Dispose();
        }
        if (!edited.IsEmpty) await UpdateAsync(transport, model, options, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsInDoubt(Exception fault)
        => fault is JourneyApiException { Outcome: not WriteOutcome.NotApplied } or JourneyCanceledException { Outcome: not WriteOutcome.NotApplied };

    // An answer that says "applied" and cannot be read is read again, instead of writing a second time.
    private static async Task<TModel> SendAsync<TModel>(
        ApiTransport transport, ApiRequest request, string id, RequestProgress progress, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        try
        {
            return await transport.SendAsync(request, response => Read<TModel>(response, id), cancellationToken, progress).ConfigureAwait(false);
        }
        catch (JourneyApiException fault) when (fault is { Outcome: WriteOutcome.Applied } and not UnreadableObjectException)
        {
            try
            {
                ApiRequest again = ObjectRequests.Get(request.Model!, id, null, request.Options);
                return await transport.SendAsync(again, response => Read<TModel>(response, id), cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException)
            {
                // The first fault says what is known of the write.
            }
            throw;
        }
    }

    private static TModel Read<TModel>(ApiResponse response, string id)
        where TModel : class, IModel<TModel>
    {
        TModel answer = Answers.Object<TModel>(response);
        return answer.State.Id == id ? answer : throw new JsonException("The answer is about another object.");
    }
}
