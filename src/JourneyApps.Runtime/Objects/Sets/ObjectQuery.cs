using JourneyApps.Internal.Objects.Bulk;
using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <summary>A query over the objects of one model. Queries are immutable: each operator returns a new one. No request is sent before the
/// query is read.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <typeparam name="TFields">The generated field tokens.</typeparam>
/// <example>
/// <code>
/// await foreach (Job job in app.Jobs
///     .Where(j => j.State == JobState.Busy &amp;&amp; j.Due &lt; today)
///     .OrderByDescending(j => j.Due)
///     .Include(j => j.Site))
/// {
///     Console.WriteLine($"{job.Title} at {job.Site?.Name}");
/// }
/// </code>
/// </example>
public class ObjectQuery<TModel, TFields> : ObjectSource<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private readonly ObjectCalls<TModel> _calls;
    private readonly QuerySpec _query;
    private readonly ModelLink<TModel>[] _includes;

    internal ObjectQuery(ObjectCalls<TModel> calls, QuerySpec query, ModelLink<TModel>[] includes)
    {
        _calls = calls;
        _query = query;
        _includes = includes;
    }

    /// <summary>Creates a query without a client, for mocking.</summary>
    protected ObjectQuery()
        : this(new ObjectCalls<TModel>(ClientContext.None, ModelCodec<TModel>.Instance, null), QuerySpec.Everything, []) { }

    /// <inheritdoc/>
    public override ObjectQuery<TModel, TFields> AsQuery() => this;

    /// <inheritdoc/>
    public override ObjectQuery<TModel, TFields> WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return With(_calls.WithOptions(options), _query, _includes);
    }

    /// <summary>Sorts by a further field in ascending order, where the fields so far are equal.</summary>
    /// <param name="key">The field.</param>
    public virtual ObjectQuery<TModel, TFields> ThenBy(Func<TFields, SortKey> key)
        => With(query => query.ThenOrderedBy(Key(key, isDescending: false)));

    /// <summary>Sorts by a further field in descending order, where the fields so far are equal.</summary>
    /// <param name="key">The field.</param>
    public virtual ObjectQuery<TModel, TFields> ThenByDescending(Func<TFields, SortKey> key)
        => With(query => query.ThenOrderedBy(Key(key, isDescending: true)));

    /// <inheritdoc/>
    public override IAsyncEnumerable<Page<TModel>> AsPages()
        => PageReader.ReadAsync(_calls, _query, _includes.Length == 0 ? null : IncludeAsync);

    /// <inheritdoc/>
    public override Task<int> CountAsync(CancellationToken cancellationToken = default)
        => ObjectCounter.CountAsync(_calls, _query, cancellationToken);

    /// <inheritdoc/>
    public override Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => _calls.FindAsync(id.Value, Embed(), cancellationToken);

    /// <inheritdoc/>
    public override Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => _calls.GetAsync(id.Value, Embed(), cancellationToken);

    /// <summary>Updates every object that matches the condition. The ids are collected first. Each object is then updated only if it still
    /// matches the condition shortly before it is written. There is no transaction: if the call fails, earlier updates remain.</summary>
    /// <param name="change">Sets fields of an object of which only the id is known. The fields that it sets are sent.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; earlier updates remain.</param>
    /// <exception cref="InvalidOperationException">The query has no condition, compares with null by an operator, or has an order,
    /// <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="BatchCanceledException">The call was canceled while writing; the report covers the last 1,000 objects.</exception>
    /// <exception cref="JourneyApiException">Reading failed.</exception>
    /// <example><code>await app.Jobs.Where(j => j.State == JobState.Busy).UpdateAllAsync(j => j.State = JobState.Done);</code></example>
    public virtual Task<BulkResult> UpdateAllAsync(
        Action<TModel> change, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return BulkRunner.RunAsync(
            _calls,
            _query,
            id =>
            {
                TModel model = TModel.Info.Create(ModelState.Existing(id));
                change(model);
                return BatchOperation.Update(model);
            },
            options,
            cancellationToken);
    }

    /// <summary>Deletes every object that matches the condition, in the same way as <c>UpdateAllAsync</c>. Objects that refer to a deleted
    /// object keep its id.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; earlier deletes remain.</param>
    /// <inheritdoc cref="UpdateAllAsync" path="/exception"/>
    public virtual Task<BulkResult> DeleteAllAsync(BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new BatchOptions();
        if (!options.DryRun) DeviceWipeGuard.ThrowIfRefused(_calls.Context, TModel.Info.Name, options.DeviceWipeHandling);
        return BulkRunner.RunAsync(
            _calls, _query, static id => BatchOperation.Delete(Id<TModel>.FromServer(id)), options, cancellationToken);
    }

    /// <summary>The expression that is sent to the server, without values; empty if there is no condition.</summary>
    public override string ToString() => _query.Filter is { } filter ? FilterRenderer.Render(filter).Expression : "";

    internal ObjectQuery<TModel, TFields> Changed(Func<QuerySpec, QuerySpec> change) => With(_calls, change(_query), _includes);

    internal ObjectQuery<TModel, TFields> Including(ModelLink<TModel> link)
        => With(_calls, _query, [.. _includes.Where(other => other.Name != link.Name), link]);

    internal ObjectQuery<TModel, TFields> WithoutIncludes() => _includes.Length == 0 ? this : With(_calls, _query, []);

    private protected virtual ObjectQuery<TModel, TFields> With(ObjectCalls<TModel> calls, QuerySpec query, ModelLink<TModel>[] includes)
        => new(calls, query, includes);

    private Task IncludeAsync(IReadOnlyList<TModel> page, CancellationToken cancellationToken)
        => Lanes.RunAsync(
            _includes,
            _calls.Transport.Settings.MaxConcurrency,
            (link, token) => link.AcceptAsync(new RelatedReader(_calls.Context, _calls.Options, token), page),
            cancellationToken);

    private string? Embed()
    {
        if (_query is not { Filter: null, Order: [], Skip: 0, Take: null })
            throw new InvalidOperationException(
                "Reading by id cannot be combined with a condition, an order, Skip or Take; use FirstOrDefaultAsync.");
        return _includes.Length == 0 ? null : string.Join(',', _includes.Select(static link => link.Name));
    }
}
