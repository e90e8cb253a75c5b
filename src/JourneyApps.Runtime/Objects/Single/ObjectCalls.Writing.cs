using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Values.Ids;

namespace JourneyApps.Internal.Objects.Single;

/// <content>Writing one object. What is sent moves from changed to sent; success takes the server's answer except for fields set since; any
/// failure leaves the object exactly as changed as it was.</content>
internal sealed partial class ObjectCalls<T>
{
    /// <summary>Creates a new object by a PUT under its own id.</summary>
    internal Task CreateAsync(T item, CancellationToken cancellationToken)
        => codec.IsNew(item)
            ? WriteAsync(item, WriteKind.Create, HttpMethod.Put, "create", cancellationToken)
            : throw new InvalidOperationException($"{item} already exists. Use UpdateAsync for changes, or PutAsync to create or replace.");

    internal Task UpdateAsync(T item, CancellationToken cancellationToken)
        => codec.IsNew(item)
            ? throw new InvalidOperationException(
                $"{item} is new: create it before updating it. For an existing object, use the constructor that takes its id.")
            : WriteAsync(item, WriteKind.Update, HttpMethod.Patch, "update", cancellationToken);

    /// <exception cref="ObjectChangedException">The object was changed or deleted since it was read.</exception>
    internal async Task UpdateAsync(T item, WriteCondition condition, CancellationToken cancellationToken)
    {
        if (condition == WriteCondition.IfUnchanged && codec.HasChanges(item))
        {
            DateTimeOffset known = codec.UpdatedAtOf(item)
                ?? throw new InvalidOperationException($"{item} was never read, so it is not known whether it is unchanged.");
            T? now = await FindAsync(codec.IdOf(item), null, cancellationToken).ConfigureAwait(false);
            if (now is null) throw new ObjectChangedException($"{item} was deleted since it was read.");
            if (codec.UpdatedAtOf(now) != known) throw new ObjectChangedException($"{item} was changed since it was read.");
        }
        await UpdateAsync(item, cancellationToken).ConfigureAwait(false);
    }

    internal Task PutAsync(T item, CancellationToken cancellationToken)
        => WriteAsync(item, WriteKind.Put, HttpMethod.Put, "put", cancellationToken);

    /// <exception cref="InvalidOperationException">The object was not read, or the replace would clear values that cannot be sent
    /// back.</exception>
    internal Task ReplaceAsync(T item, DataLossHandling handling, CancellationToken cancellationToken)
    {
        if (codec.UpdatedAtOf(item) is null)
            throw new InvalidOperationException(
                $"{item} was not read completely, so a replace would clear the fields that are not known. Read it first, or update it.");
        if (handling == DataLossHandling.Refuse && codec.LostByReplace(item) is { Count: > 0 } lost)
        {
            throw new InvalidOperationException(
                $"Replacing {item} would clear {string.Join(", ", lost)}, which this code cannot send. "
                + "Update it instead, or allow the loss with DataLossHandling.Allow.");
        }
        return WriteAsync(item, WriteKind.Replace, HttpMethod.Put, "replace", cancellationToken);
    }

    /// <returns>Whether the object existed.</returns>
    internal async Task<bool> DeleteAsync(string id, DeviceWipeHandling handling, CancellationToken cancellationToken)
    {
        DeviceWipeGuard.ThrowIfRefused(context, Model, handling);
        ApiRequest request = ObjectRequests.Delete(Model, id, options);
        RequestProgress progress = Transport.NewProgress(request);
        try
        {
            return await Transport.SendAsync(request, IsDeleted, cancellationToken, progress).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            // Missing after an attempt whose answer was lost: that attempt deleted it.
            return progress.HadUnknown;
        }
    }

    /// <summary>Throws when an object cannot be written under its id.</summary>
    /// <exception cref="InvalidOperationException">The id is not a lower-case UUID.</exception>
    internal static void ThrowIfNotWritable(string model, string id)
    {
        // The platform would refuse it late and with a message that does not help.
        if (!UuidText.IsWritable(id))
        {
            throw new InvalidOperationException(
                $"The id of this {model} is not a UUID in lower case (8-4-4-4-12 hexadecimal digits), "
                + "so the platform would reject it.");
        }
    }

    private async Task WriteAsync(T item, WriteKind kind, HttpMethod method, string operation, CancellationToken cancellationToken)
    {
        string id = codec.IdOf(item);
        ThrowIfNotWritable(Model, id);
        WriteScope scope = codec.Begin(item, kind);
        using var body = new JsonBody();
        bool wasEdited = false;
        try
        {
            if (kind == WriteKind.Update && scope.IsEmpty)
            {
                codec.Fail(item);
                return;
            }
            codec.WriteBody(item, scope, kind, isBatch: false, body);
            ApiRequest request = WithLookUp(ObjectRequests.Write(method, operation, Model, id, body, options), item, kind, scope, body);
            RequestProgress progress = Transport.NewProgress(request);
            T answer = await SendWriteAsync(request, id, progress, cancellationToken).ConfigureAwait(false);
            if (kind == WriteKind.Create && progress.WasFound) wasEdited = codec.CompleteFound(item, answer, body);
            else codec.Complete(item, answer);
        }
        catch (Exception fault)
        {
            codec.Fail(item);
            if (kind == WriteKind.Create && IsUnconfirmed(fault)) codec.RememberUnconfirmed(item, scope, body);
            throw;
        }
        if (wasEdited) await UpdateAsync(item, cancellationToken).ConfigureAwait(false);
    }

    // What is asked before a write is sent again whose outcome is unknown. A second PUT could undo the edits of others; a second upload of
    // hundreds of megabytes would leave a second file. Whether files arrived shows by their ids.
    private ApiRequest WithLookUp(ApiRequest request, T item, WriteKind kind, in WriteScope scope, JsonBody body)
    {
        ApiRequest lookUp = ObjectRequests.Get(Model, codec.IdOf(item), null, options);
        if (kind == WriteKind.Create) return request with { LookUp = lookUp, LookUpAtOnce = codec.IsUnconfirmed(item) };
        if (!body.IsUpload || codec.ReplacedFiles(item, scope, body) is not { } replaced) return request;
        return request with { LookUp = lookUp, IsDone = response => HasOtherFiles(response, replaced) };
    }

    // An answer that says "applied" and cannot be read is read again, instead of writing a second time.
    private async Task<T> SendWriteAsync(ApiRequest request, string id, RequestProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await Transport.SendAsync(request, response => ReadOne(response, id), cancellationToken, progress).ConfigureAwait(false);
        }
        catch (JourneyApiException fault) when (fault is { Outcome: WriteOutcome.Applied } and not UnreadableObjectException)
        {
            try
            {
                return await GetAsync(id, null, cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyApiException)
            {
                // The first fault says what is known of the write.
            }
            throw;
        }
    }

    private static bool IsUnconfirmed(Exception fault)
        => fault is JourneyApiException { Outcome: not WriteOutcome.NotApplied }
            or JourneyCanceledException { Outcome: not WriteOutcome.NotApplied };

    // The API answers with an empty body. A page of a gateway or a login is not a deletion, regardless of its status.
    private static bool IsDeleted(ApiResponse response)
        => response.Body.IsEmpty || response.IsJson
            ? true
            : throw new JsonException("The response of a delete is neither empty nor JSON.");

    private static bool HasOtherFiles(ApiResponse response, IReadOnlyList<(string IdName, string OldId)> replaced)
    {
        using var document = JsonDocument.Parse(response.Body);
        foreach ((string name, string oldId) in replaced)
        {
            bool hasFile = document.RootElement.TryGetProperty(name, out JsonElement id) && id.ValueKind == JsonValueKind.String;
            if (!hasFile || id.GetString() == oldId) return false;
        }
        return true;
    }
}
