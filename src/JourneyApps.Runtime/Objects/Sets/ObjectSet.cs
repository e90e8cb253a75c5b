using JourneyApps.Http;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <summary>The objects of one model in the deployment: creates, reads, changes and deletes them, and begins queries.</summary>
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

    /// <summary>The set of a client.</summary>
    /// <param name="context">What the client passes on.</param>
    protected ObjectSet(ClientContext context)
        : this(new ObjectCalls<TModel>(context ?? throw new ArgumentNullException(nameof(context)), ModelCodec<TModel>.Instance, null))
    {
    }

    /// <summary>A set without a client, for mocking.</summary>
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
    /// <param name="ids">The ids, in any number; the same one may occur twice.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The objects in the order of their ids, and the ids without an object.</returns>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task<ManyResult<TModel>> GetManyAsync(IEnumerable<Id<TModel>> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _calls.GetManyAsync(ids, cancellationToken);
    }

    /// <summary>Reads an object again and takes everything except the fields that were changed here and not yet written.</summary>
    /// <param name="model">An object that exists.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ObjectNotFoundException">The object no longer exists.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task RefreshAsync(TModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _calls.RefreshAsync(model, cancellationToken);
    }

    /// <summary>The objects written since a time, oldest change first; one that is written again while this runs can come again. It
    /// continues by the value of <c>updated_at</c> and not by position. <b>Deletions are not reported</b>: the oplog has those and
    /// everything else.</summary>
    /// <param name="since">The time, inclusive; whole seconds count.</param>
    /// <exception cref="JourneyApiException">The server refused a call or could not be reached.</exception>
    public virtual IAsyncEnumerable<TModel> ChangedSince(DateTimeOffset since) => ChangedReader.ReadAsync(_calls, since);

    /// <summary>Searches text in all fields, ignoring case: one answer, with as many objects as the server returns at once. The platform
    /// does not document which fields and how many; use a query where that matters.</summary>
    /// <param name="text">What to search.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual async Task<IReadOnlyList<TModel>> SearchAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ApiRequest request = ObjectRequests.Search(_calls.Model, text, _calls.Options);
        ModelPage<TModel> page = await _calls.SendPageAsync(request, cancellationToken).ConfigureAwait(false);
        return page.Objects;
    }

    /// <summary>Makes a call and returns the API's response along with the result: its status, its headers, its JSON.</summary>
    /// <typeparam name="TResult">The result of the call.</typeparam>
    /// <param name="send">The call, made on the set that it is given; pass a cancellation token to it.</param>
    /// <returns>The result and the response, which can be kept. For a call of several requests (pages, repeats, look-ups) it is the last
    /// successful response; null if no request was needed. An exception carries its response itself.</returns>
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

    /// <summary>The same for calls without a result, such as creates and updates.</summary>
    /// <param name="send">The call, made on the set that it is given.</param>
    /// <returns>The response; null when no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<ObjectSet<TModel, TFields>, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var capture = new ResponseCapture(_calls.Options);
        await send(WithOptions(capture.Options)).ConfigureAwait(false);
        return capture.Last;
    }

    /// <summary>All objects of a child model whose belongs-to refers to a parent; generated has-many methods call it.</summary>
    /// <typeparam name="TChild">The child model.</typeparam>
    /// <typeparam name="TChildFields">The child's field tokens.</typeparam>
    /// <param name="idMember">The belongs-to's id member, such as <c>site_id</c>.</param>
    /// <param name="parent">The parent.</param>
    /// <exception cref="ArgumentException">The id was never given a value.</exception>
    protected ObjectQuery<TChild, TChildFields> OfParent<TChild, TChildFields>(string idMember, Id<TModel> parent)
        where TChild : class, IModel<TChild>
        where TChildFields : struct
    {
        var children = new ObjectCalls<TChild>(_calls.Context, ModelCodec<TChild>.Instance, _calls.Options);
        Filter ofParent = new IdField<TModel>(idMember) == parent;
        return new ObjectQuery<TChild, TChildFields>(children, QuerySpec.Everything.Where(ofParent), []);
    }
}
