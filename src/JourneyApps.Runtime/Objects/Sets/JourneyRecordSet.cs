using JourneyApps.Http;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Records;

/// <summary>The objects of a model by their names in the schema, without a generated class. Use it in scripts and tools, and for models
/// that your code was not generated with. Retries, outcomes, tracking and paging work as with generated sets.</summary>
/// <example>
/// <code>
/// await foreach (JourneyRecord job in app.Objects("job").Where("state = ? and due &lt; ?", "busy", today).OrderBy("due"))
///     Console.WriteLine($"{job.Display}: {job["state"].Display}");
/// </code>
/// </example>
public class JourneyRecordSet
{
    private readonly ObjectCalls<JourneyRecord> _calls;

    internal JourneyRecordSet(ClientContext context, string model)
        : this(new ObjectCalls<JourneyRecord>(context, new RecordCodec(ApiNames.CheckModel(model)), null)) { }

    /// <summary>Creates a set without a client, for mocking.</summary>
    protected JourneyRecordSet() : this(new ObjectCalls<JourneyRecord>(ClientContext.None, new RecordCodec(""), null)) { }

    private JourneyRecordSet(ObjectCalls<JourneyRecord> calls) => _calls = calls;

    /// <summary>The model's name in the schema.</summary>
    public virtual string Model => _calls.Model;

    /// <summary>Returns the same set, with different limits for every call.</summary>
    /// <param name="options">The limits.</param>
    public virtual JourneyRecordSet WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(_calls.WithOptions(options));
    }

    /// <summary>Makes a call and also returns the API's response with its status, headers and JSON.</summary>
    /// <typeparam name="TResult">The type of the call's result.</typeparam>
    /// <param name="send">Makes the call on the set that it receives. Pass a cancellation token to the call.</param>
    /// <returns>The result and the response.</returns>
    public virtual async Task<(TResult Value, RawResponse? Raw)> WithResponseAsync<TResult>(Func<JourneyRecordSet, Task<TResult>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        TResult value = await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return (value, capture.Last);
    }

    /// <summary>Makes a call that has no result, such as a create or update, and returns the API's response.</summary>
    /// <param name="send">Makes the call on the set that it receives.</param>
    /// <returns>The response; null if no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<JourneyRecordSet, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return capture.Last;
    }

    /// <summary>Returns a query for all objects, in the server's order.</summary>
    public virtual RecordQuery All() => new(_calls, QuerySpec.Everything);

    /// <summary>Returns a query for the objects that match an expression, such as <c>state = ? and (crew &gt; ? or site_id in
    /// ?)</c>.</summary>
    /// <param name="expression">Names, operators (<c>= != &lt; &lt;= &gt; &gt;= contains, starts with, in, not in</c>), <c>and</c>,
    /// <c>or</c>, parentheses; a question mark for every value.</param>
    /// <param name="arguments">One value for each question mark, in order. Values never become part of the text.</param>
    /// <exception cref="ArgumentException">The expression is empty, or the number of values differs from the number of question
    /// marks.</exception>
    public virtual RecordQuery Where(string expression, params RecordValue[] arguments)
        => new(_calls, QuerySpec.Everything.Where(Filter.Raw(expression, arguments)));

    /// <summary>Reads one object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null if there is none.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<JourneyRecord?> FindAsync(string id, CancellationToken cancellationToken = default)
        => _calls.FindAsync(id, null, cancellationToken);

    /// <summary>Reads one object, and throws an exception if the object does not exist.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">The object does not exist.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<JourneyRecord> GetAsync(string id, CancellationToken cancellationToken = default)
        => _calls.GetAsync(id, null, cancellationToken);

    /// <summary>Reads many objects by their ids, 1,000 per request.</summary>
    /// <param name="ids">Any number of ids. The same id can occur more than once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The objects in the order of the ids, and the ids for which there is no object.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<ManyResult<JourneyRecord>> GetManyAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _calls.GetManyAsync(ids.Select(static id => Id<JourneyRecord>.FromServer(id)), cancellationToken);
    }

    /// <summary>Creates a new object under its own id. If the call fails, you can repeat it: a repeated call neither creates a duplicate
    /// nor overwrites the edits of others.</summary>
    /// <param name="record">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    public virtual Task CreateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.CreateAsync(Own(record), cancellationToken);

    /// <summary>Creates a new object unless an object with its id exists, which is never overwritten. If the object exists, the record gets
    /// the server's values and keeps its own values as changes where they differ.</summary>
    /// <param name="record">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if the object existed. If the first response was lost, the object may have been created by an earlier attempt of this
    /// call.</returns>
    /// <exception cref="InvalidOperationException">The object is not new, or is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<bool> CreateIfMissingAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => ConditionalWrites.CreateIfMissingAsync(_calls, Own(record), cancellationToken);

    /// <summary>Creates the object if it does not exist. Otherwise, sends the fields whose values differ from those on the server, or
    /// nothing if all values are equal. For details, see <see cref="ObjectSet{TModel, TFields}.CreateOrUpdateAsync"/>.</summary>
    /// <param name="record">The object, with the required fields set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or <see cref="BatchStatus.Unchanged"/>.</returns>
    /// <exception cref="InvalidOperationException">The object is of another model, or another write of it is in progress.</exception>
    /// <exception cref="ObjectChangedException">Another client created or deleted the object before each of the attempts to write
    /// it.</exception>
    /// <exception cref="JourneyApiException">The call failed; the object keeps its values as changes.</exception>
    public virtual Task<BatchStatus> CreateOrUpdateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => ConditionalWrites.CreateOrUpdateAsync(_calls, Own(record), cancellationToken);

    /// <summary>Creates or replaces an object: fields that are not known in the record are cleared on the server.</summary>
    /// <param name="record">The object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    public virtual Task PutAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.PutAsync(Own(record), cancellationToken);

    /// <summary>Replaces an object that was read. Every field that has a value is sent, files by their ids; all other fields are
    /// cleared.</summary>
    /// <param name="record">An object that was read.</param>
    /// <param name="handling">Whether values that cannot be sent (tracks) can be cleared.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object was not read or is of another model, or values would be lost; nothing was
    /// sent.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    public virtual Task ReplaceAsync(
        JourneyRecord record, DataLossHandling handling = DataLossHandling.Refuse, CancellationToken cancellationToken = default)
        => _calls.ReplaceAsync(Own(record), handling, cancellationToken);

    /// <summary>Sends the changed fields. If there are no changes, no request is sent.</summary>
    /// <param name="record">An existing object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is new, or is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    public virtual Task UpdateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.UpdateAsync(Own(record), cancellationToken);

    /// <summary>Reads an object again and overwrites all fields except those with unsent changes.</summary>
    /// <param name="record">An existing object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">The object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task RefreshAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.RefreshAsync(Own(record), cancellationToken);

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="handling">Must be <see cref="DeviceWipeHandling.Allow"/> for objects of the app-user model, because deleting such an
    /// object locks the user and wipes the user's devices.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the object existed.</returns>
    /// <exception cref="InvalidOperationException">The call would wipe devices, which is not allowed.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    public virtual Task<bool> DeleteAsync(
        string id, DeviceWipeHandling handling = DeviceWipeHandling.Refuse, CancellationToken cancellationToken = default)
        => _calls.DeleteAsync(id, handling, cancellationToken);

    /// <summary>Downloads the file of a photo, signature or attachment into a stream. The URL is requested over https and without
    /// credentials, from the API's own domain or from <see cref="JourneyAppOptions.AllowedMediaHosts"/>. If the URL has expired, the object
    /// is read again once to get a new one.</summary>
    /// <param name="record">The object. It is not changed.</param>
    /// <param name="field">The field's name in the schema.</param>
    /// <param name="target">The stream to write to. It is not closed.</param>
    /// <param name="variant">The variant's name, such as <c>thumbnail</c>.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The number of bytes written, and the media type that the server stated, or null if it did not state one.</returns>
    /// <exception cref="ObjectNotFoundException">The URL has expired, and the object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The field does not have this file, or has a different file than the record
    /// (<see cref="ApiErrorKind.FileUnavailable"/>); the URL is not allowed (<see cref="ApiErrorKind.UrlRefused"/>); or the download
    /// failed. The target keeps the bytes that were already written.</exception>
    public virtual Task<(long Length, string? ContentType)> DownloadAsync(
        JourneyRecord record, string field, Stream target, string variant = "original", DownloadOptions? options = null,
        CancellationToken cancellationToken = default)
        => AttachmentDownload.RunAsync(_calls, Own(record), field, variant, target, options, cancellationToken);

    private JourneyRecord Own(JourneyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Model == Model ? record : throw new InvalidOperationException($"{record} is not an object of {Model}.");
    }
}
