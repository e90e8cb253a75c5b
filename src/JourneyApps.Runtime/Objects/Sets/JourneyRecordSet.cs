using JourneyApps.Http;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Records;

/// <summary>The objects of one model by their schema names, without a generated class: for scripts, tools and models that this code was not
/// generated with. Everything works as on the generated sets: retries, outcomes, tracking and paging.</summary>
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

    /// <summary>A set without a client, for mocking.</summary>
    protected JourneyRecordSet() : this(new ObjectCalls<JourneyRecord>(ClientContext.None, new RecordCodec(""), null)) { }

    private JourneyRecordSet(ObjectCalls<JourneyRecord> calls) => _calls = calls;

    /// <summary>The schema's name of the model.</summary>
    public virtual string Model => _calls.Model;

    /// <summary>The same set with limits of its own for every call.</summary>
    /// <param name="options">The limits.</param>
    public virtual JourneyRecordSet WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(_calls.WithOptions(options));
    }

    /// <summary>Makes a call and returns the API's response along with the result: its status, its headers, its JSON.</summary>
    /// <typeparam name="TResult">The result of the call.</typeparam>
    /// <param name="send">The call, made on the set that it is given; pass a cancellation token to it.</param>
    /// <returns>The result and the response.</returns>
    public virtual async Task<(TResult Value, RawResponse? Raw)> WithResponseAsync<TResult>(Func<JourneyRecordSet, Task<TResult>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        TResult value = await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return (value, capture.Last);
    }

    /// <summary>The same for calls without a result, such as creates and updates.</summary>
    /// <param name="send">The call, made on the set that it is given.</param>
    /// <returns>The response; null when no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<JourneyRecordSet, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return capture.Last;
    }

    /// <summary>All objects, in the server's order.</summary>
    public virtual RecordQuery All() => new(_calls, QuerySpec.Everything);

    /// <summary>The objects that match an expression, such as <c>state = ? and (crew &gt; ? or site_id in ?)</c>.</summary>
    /// <param name="expression">Names, operators (<c>= != &lt; &lt;= &gt; &gt;= contains, starts with, in, not in</c>), <c>and</c>,
    /// <c>or</c>, parentheses; a question mark for every value.</param>
    /// <param name="arguments">One value per question mark, in order. They are never part of the text.</param>
    /// <exception cref="ArgumentException">The expression is empty, or the number of values differs from that of the question
    /// marks.</exception>
    public virtual RecordQuery Where(string expression, params RecordValue[] arguments)
        => new(_calls, QuerySpec.Everything.Where(Filter.Raw(expression, arguments)));

    /// <summary>Reads one object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null when there is none.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<JourneyRecord?> FindAsync(string id, CancellationToken cancellationToken = default)
        => _calls.FindAsync(id, null, cancellationToken);

    /// <summary>Reads one object that must exist.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<JourneyRecord> GetAsync(string id, CancellationToken cancellationToken = default)
        => _calls.GetAsync(id, null, cancellationToken);

    /// <summary>Reads many objects by their ids, 1,000 per request.</summary>
    /// <param name="ids">The ids, in any number; the same one may occur twice.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The objects in the order of their ids, and the ids without an object.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<ManyResult<JourneyRecord>> GetManyAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _calls.GetManyAsync(ids.Select(static id => new Id<JourneyRecord>(id)), cancellationToken);
    }

    /// <summary>Creates a new object under its own id. After a failure it can be created again: that cannot create a duplicate, nor undo
    /// the edits of others.</summary>
    /// <param name="record">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task CreateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.CreateAsync(Own(record), cancellationToken);

    /// <summary>Creates a new object unless there is one with its id, which is never overwritten. Where there is one, the record takes the
    /// server's values and keeps its own as changes, as far as they differ.</summary>
    /// <param name="record">A new object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the object existed. When the first response was lost, it may have been created by an earlier attempt of this
    /// call.</returns>
    /// <exception cref="InvalidOperationException">The object is not new, or of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<bool> CreateIfMissingAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => ConditionalWrites.CreateIfMissingAsync(_calls, Own(record), cancellationToken);

    /// <summary>Creates the object when there is none with its id; otherwise sends the fields that differ from what the server has, and
    /// nothing when none does. <see cref="ObjectSet{TModel, TFields}.CreateOrUpdateAsync"/> has the details.</summary>
    /// <param name="record">The object, with the fields that matter set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see cref="BatchStatus.Created"/>, <see cref="BatchStatus.Updated"/> or <see cref="BatchStatus.Unchanged"/>.</returns>
    /// <exception cref="InvalidOperationException">The object is of another model, or another write of it is in progress.</exception>
    /// <exception cref="ObjectChangedException">Others created or deleted the object each time that it was to be written.</exception>
    /// <exception cref="JourneyApiException">The call failed; the object keeps its values as changes.</exception>
    public virtual Task<BatchStatus> CreateOrUpdateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => ConditionalWrites.CreateOrUpdateAsync(_calls, Own(record), cancellationToken);

    /// <summary>Creates or replaces an object: fields that are not known in the record are cleared on the server.</summary>
    /// <param name="record">The object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task PutAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.PutAsync(Own(record), cancellationToken);

    /// <summary>Replaces an object that was read: every field with a value is sent, files by their ids; everything else is
    /// cleared.</summary>
    /// <param name="record">An object that was read.</param>
    /// <param name="handling">Whether values that cannot be sent back (tracks) may be cleared.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object was not read or is of another model, or values would be lost; nothing was
    /// sent.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task ReplaceAsync(
        JourneyRecord record, DataLossHandling handling = DataLossHandling.Refuse, CancellationToken cancellationToken = default)
        => _calls.ReplaceAsync(Own(record), handling, cancellationToken);

    /// <summary>Sends the changed fields; without changes nothing is sent.</summary>
    /// <param name="record">An object that exists.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The object is new, or of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task UpdateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.UpdateAsync(Own(record), cancellationToken);

    /// <summary>Reads an object again and takes everything except the fields that were changed here and not yet written.</summary>
    /// <param name="record">An object that exists.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">The object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task RefreshAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => _calls.RefreshAsync(Own(record), cancellationToken);

    /// <summary>Deletes an object. Deleting an object that does not exist is not an error.</summary>
    /// <param name="id">The id.</param>
    /// <param name="handling">Must be <see cref="DeviceWipeHandling.Allow"/> for objects of the app-user model: deleting one locks that
    /// user and wipes the user's devices.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it existed.</returns>
    /// <exception cref="InvalidOperationException">It would wipe devices, which is not allowed.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task<bool> DeleteAsync(
        string id, DeviceWipeHandling handling = DeviceWipeHandling.Refuse, CancellationToken cancellationToken = default)
        => _calls.DeleteAsync(id, handling, cancellationToken);

    /// <summary>Downloads a file of a photo, signature or attachment into a stream. The URL is requested without credentials, over https,
    /// from the API's own domain or from <see cref="JourneyAppOptions.AllowedMediaHosts"/>; when it has expired, the object is read again
    /// once for a new one.</summary>
    /// <param name="record">The object; it is not changed.</param>
    /// <param name="field">The field's schema name.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="variant">The variant's name, such as <c>thumbnail</c>.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>How many bytes were written to the target, and the media type that the server named; null when it named none.</returns>
    /// <exception cref="ObjectNotFoundException">The URL has expired, and the object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The field has no such file, or another file than the record says
    /// (<see cref="ApiErrorKind.FileUnavailable"/>); the URL is not allowed (<see cref="ApiErrorKind.UrlRefused"/>); or the download
    /// failed, and what was written until then stays written.</exception>
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
