using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// The objects of one model in the deployment: creates, reads, changes and deletes them, and begins queries.
/// Not an <c>IAsyncEnumerable</c>, so that no operator of LINQ reads the whole table unasked; <see cref="AsAsyncEnumerable"/> is the door to those.
/// </summary>
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
public partial class ObjectSet<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private readonly ClientContext _context;
    private readonly RequestOptions? _options;

    /// <summary>The set of a client.</summary>
    /// <param name="context">What the client passes on.</param>
    protected ObjectSet(ClientContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <summary>A set without a client, for mocking.</summary>
    protected ObjectSet() => _context = ClientContext.None;

    private ObjectSet(ClientContext context, RequestOptions options)
    {
        _context = context;
        _options = options;
    }

    private ApiTransport Transport => _context.Transport;

    /// <summary>The same set with limits of its own for every call.</summary>
    /// <param name="options">The limits.</param>
    public virtual ObjectSet<TModel, TFields> WithOptions(RequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ObjectSet<TModel, TFields>(_context, options);
    }

    /// <summary>All objects of a child model whose belongs-to leads to a parent; generated has-many methods call it.</summary>
    /// <typeparam name="TChild">The child model.</typeparam>
    /// <typeparam name="TChildFields">The child's field tokens.</typeparam>
    /// <param name="idMember">The belongs-to's id member, such as <c>site_id</c>.</param>
    /// <param name="parent">The parent.</param>
    /// <exception cref="ArgumentException">The id was never given a value.</exception>
    protected ObjectQuery<TChild, TChildFields> OfParent<TChild, TChildFields>(string idMember, Id<TModel> parent)
        where TChild : class, IModel<TChild>
        where TChildFields : struct
        => new ObjectQuery<TChild, TChildFields>(_context, QueryPlan<TChild>.Everything with { Options = _options })
            .Where(_ => new IdField<TModel>(idMember) == parent);
}
