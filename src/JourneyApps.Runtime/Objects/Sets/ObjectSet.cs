using JourneyApps.Http;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <summary>The objects of one model in the deployment. Creates, reads, updates and deletes objects, and starts queries.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <typeparam name="TFields">The generated field tokens.</typeparam>
/// <example>
/// <code>
/// await app.Jobs.CreateAsync(job);
/// job.State = JobState.Busy;
/// await app.Jobs.UpdateAsync(job);
/// Job? found = await app.Jobs.FindAsync(job.Id);
/// </code>
/// </example>
public partial class ObjectSet<TModel, TFields> : ObjectSource<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private readonly ObjectCalls<TModel> _calls;

    /// <summary>Creates the set of a client.</summary>
    /// <param name="context">The context that the client passes.</param>
    protected ObjectSet(ClientContext context)
        : this(new ObjectCalls<TModel>(context ?? throw new ArgumentNullException(nameof(context)), ModelCodec<TModel>.Instance, null))
    {
    }

    /// <summary>Creates a set without a client, for mocking.</summary>
    protected ObjectSet() : this(ClientContext.None) { }

    private ObjectSet(ObjectCalls<TModel> calls) => _calls = calls;

    /// <inheritdoc/>
    public override ObjectQuery<TModel, TFields> AsQuery() => new(_calls, QuerySpec.Everything, []);

    /// <inheritdoc/>
    public override ObjectSet<TModel, TFields> WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ObjectSet<TModel, TFields>(_calls.WithOptions(options));
    }

    /// <summary>Reads many objects by their ids, 1,000 per request.</summary>
    /// <param name="ids">Any number of ids. The same id can occur more than once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The objects in the order of the ids, and the ids for which there is no object.</returns>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual Task<ManyResult<TModel>> GetManyAsync(IEnumerable<Id<TModel>> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _calls.GetManyAsync(ids, cancellationToken);
    }

    /// <summary>Reads an object again and overwrites all fields except those with unsent changes.</summary>
    /// <param name="model">An existing object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">The object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual Task RefreshAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.RefreshAsync(model, cancellationToken);
    }

    /// <summary>Returns the objects that were written since a point in time, oldest change first. An object that is written again during
    /// the enumeration can be returned again. Pages continue by the value of <c>updated_at</c> and not by position. <b>Deletions are not
    /// reported</b>; use the oplog to get all changes.</summary>
    /// <param name="since">The time, inclusive, with a precision of whole seconds.</param>
    /// <exception cref="JourneyApiException">The server rejected a call or could not be reached.</exception>
    public virtual IAsyncEnumerable<TModel> ChangedSince(DateTimeOffset since) => ChangedReader.ReadAsync(_calls, since);

    /// <summary>Searches for text in all fields and ignores case. The result is a single response with as many objects as the server
    /// returns. The platform does not document which fields are searched and how many objects are returned; if you need a complete result,
    /// use a query.</summary>
    /// <param name="text">The text to search for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual async Task<IReadOnlyList<TModel>> SearchAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ApiRequest request = ObjectRequests.Search(_calls.Model, text, _calls.Options);
        ModelPage<TModel> page = await _calls.SendPageAsync(request, cancellationToken).ConfigureAwait(false);
        return page.Objects;
    }

    /// <summary>Makes a call and also returns the API's response with its status, headers and JSON.</summary>
    /// <typeparam name="TResult">The type of the call's result.</typeparam>
    /// <param name="send">Makes the call on the set that it receives. Pass a cancellation token to the call.</param>
    /// <returns>The result and the response, which remains valid. If the call sends several requests (pages, retries, lookups), it is the
    /// last successful response; it is null if no request was needed. If the call fails, the exception contains the response.</returns>
    /// <example>
    /// <code>
    /// (Job? job, RawResponse? response) = await app.Jobs.WithResponseAsync(jobs => jobs.FindAsync(id, stopping));
    /// Console.WriteLine($"{response?.StatusCode} {job}");
    /// </code>
    /// </example>
    public virtual async Task<(TResult Value, RawResponse? Raw)> WithResponseAsync<TResult>(
        Func<ObjectSet<TModel, TFields>, Task<TResult>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        TResult value = await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return (value, capture.Last);
    }

    /// <summary>Makes a call that has no result, such as a create or update, and returns the API's response.</summary>
    /// <param name="send">Makes the call on the set that it receives.</param>
    /// <returns>The response; null if no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<ObjectSet<TModel, TFields>, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return capture.Last;
    }

    /// <summary>Returns a query for all objects of a child model whose belongs-to refers to a parent. Generated has-many methods call this
    /// method.</summary>
    /// <typeparam name="TChild">The child model.</typeparam>
    /// <typeparam name="TChildFields">The child model's field tokens.</typeparam>
    /// <param name="idMember">The JSON name of the belongs-to's id, such as <c>site_id</c>.</param>
    /// <param name="parent">The id of the parent.</param>
    /// <exception cref="ArgumentException">The id is a default value.</exception>
    protected ObjectQuery<TChild, TChildFields> OfParent<TChild, TChildFields>(string idMember, Id<TModel> parent)
        where TChild : class, IModel<TChild>
        where TChildFields : struct
    {
        var children = new ObjectCalls<TChild>(_calls.Context, ModelCodec<TChild>.Instance, _calls.Options);
        Filter ofParent = new IdField<TModel>(idMember) == parent;
        return new ObjectQuery<TChild, TChildFields>(children, QuerySpec.Everything.Where(ofParent), []);
    }
}
