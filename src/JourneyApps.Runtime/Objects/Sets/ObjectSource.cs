using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps;

/// <summary>The members that sets and queries have in common: conditions, orders and reading. A set reads all objects of its model. This
/// type does not implement <c>IAsyncEnumerable</c>, so that a LINQ operator cannot read a whole model by accident. Use <c>await foreach</c>
/// directly, or <see cref="AsAsyncEnumerable"/>.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <typeparam name="TFields">The generated field tokens.</typeparam>
public abstract partial class ObjectSource<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private protected ObjectSource() { }

    /// <summary>Returns the query over these objects. A query returns itself.</summary>
    public abstract ObjectQuery<TModel, TFields> AsQuery();

    /// <summary>Returns the same objects, with different limits for every call.</summary>
    /// <param name="options">The limits.</param>
    public abstract ObjectSource<TModel, TFields> WithOptions(RequestOptions options);

    /// <summary>Returns only objects that match a condition. If you call it several times, objects must match all conditions.</summary>
    /// <param name="condition">The condition, built from field tokens.</param>
    public virtual ObjectQuery<TModel, TFields> Where(Func<TFields, Filter> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition(default));
    }

    /// <summary>Returns only objects that match an expression in the platform's query language, for conditions that field tokens cannot
    /// express. Values never become part of the text.</summary>
    /// <param name="expression">The expression, such as <c>title contains ? or cost > ?</c>, with one question mark for each
    /// argument.</param>
    /// <param name="arguments">The values, in order.</param>
    /// <exception cref="ArgumentException">The expression is empty, or the number of question marks differs from the number of
    /// arguments.</exception>
    public virtual ObjectQuery<TModel, TFields> WhereExpression(string expression, params RecordValue[] arguments)
        => Where(Filter.Raw(expression, arguments));

    /// <summary>Sorts by a field in ascending order and replaces any earlier order. The server determines the position of nulls.</summary>
    /// <param name="key">The field. Fields by which the platform cannot sort are not accepted.</param>
    public virtual ObjectQuery<TModel, TFields> OrderBy(Func<TFields, SortKey> key)
        => With(query => query.OrderedBy(Key(key, isDescending: false)));

    /// <summary>Sorts by a field in descending order and replaces any earlier order.</summary>
    /// <param name="key">The field.</param>
    public virtual ObjectQuery<TModel, TFields> OrderByDescending(Func<TFields, SortKey> key)
        => With(query => query.OrderedBy(Key(key, isDescending: true)));

    /// <summary>Limits the number of objects. Each object is returned once. A second call can only lower the limit.</summary>
    /// <param name="count">The maximum number of objects, 0 or more.</param>
    public virtual ObjectQuery<TModel, TFields> Take(int count) => With(query => query.Taking(count));

    /// <summary>Skips objects at the beginning. A second call adds to the number. After <see cref="Take"/>, it skips objects within those
    /// that were taken.</summary>
    /// <param name="count">The number of objects to skip, 0 or more.</param>
    public virtual ObjectQuery<TModel, TFields> Skip(int count) => With(query => query.Skipping(count));

    /// <summary>Includes a related object with each object. A list sends one request per 1,000 different ids of a page, and objects that
    /// refer to the same related object share one instance. A read of a single object includes the related object in the same request. You
    /// can call it for several relationships.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <param name="link">The relationship.</param>
    public virtual ObjectQuery<TModel, TFields> Include<TTarget>(Func<TFields, LinkField<TTarget>> link)
        where TTarget : class, IModel<TTarget>
    {
        ArgumentNullException.ThrowIfNull(link);
        string name = ((IFieldToken)link(default)).FieldName
            ?? throw new ArgumentException("A default field token does not name a relationship.", nameof(link));
        ModelLink<TModel> known = TModel.Info.Links.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException($"{TModel.Info.Name} has no relationship '{name}'.", nameof(link));
        return AsQuery().Including(known);
    }

    /// <summary>Sets what the enumeration guarantees while other clients write.</summary>
    /// <param name="consistency">The guarantee.</param>
    public virtual ObjectQuery<TModel, TFields> WithConsistency(ReadConsistency consistency)
        => With(query => query with { Consistency = consistency });

    /// <summary>Returns the pages of the result. Each page is returned after it was read completely. The enumeration advances by the number
    /// of objects received and continues as long as the server's <c>more</c> is true.</summary>
    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    public virtual IAsyncEnumerable<Page<TModel>> AsPages() => AsQuery().AsPages();

    /// <summary>Returns the objects one by one, for <c>await foreach</c>. <see cref="ReadConsistency"/> describes the guarantees while
    /// other clients write.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public virtual IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>Returns the objects one by one, for <c>await foreach</c> with a cancellation token.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public ConfiguredCancelableAsyncEnumerable<TModel> WithCancellation(CancellationToken cancellationToken)
        => AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <summary>Returns the objects as an asynchronous sequence for LINQ. All further operators run on the client and not on the
    /// server.</summary>
    public virtual IAsyncEnumerable<TModel> AsAsyncEnumerable() => PageReader.ItemsAsync(AsPages());

    /// <summary>Reads all objects into memory.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
        => PageReader.ToListAsync(AsPages(), cancellationToken);

    /// <summary>Returns the first object in the order, or null if there is none. Without an order, the server determines which object is
    /// first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)) is [var first, ..] ? first : null;

    /// <summary>Returns the first object that also matches a condition, or null if there is none.</summary>
    /// <param name="condition">The condition, built from field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TModel?> FirstOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the only object, or null if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">There is more than one object.</exception>
    public virtual async Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
        => await Take(2).ToListAsync(cancellationToken).ConfigureAwait(false) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new InvalidOperationException($"More than one {TModel.Info.Name} matches the condition."),
        };

    /// <summary>Returns the only object that also matches a condition, or null if there is none.</summary>
    /// <param name="condition">The condition, built from field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">There is more than one object.</exception>
    public virtual Task<TModel?> SingleOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns whether there are any objects.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
        => (await AsQuery().WithoutIncludes().Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Returns whether any object also matches a condition.</summary>
    /// <param name="condition">The condition, built from field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<bool> AnyAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).AnyAsync(cancellationToken);

    /// <summary>Counts the objects. Without a condition, it uses the count call; with a condition, it sends a query that requests the
    /// total. If the server does not return a total, the objects are read and counted page by page.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => AsQuery().CountAsync(cancellationToken);

    /// <summary>Counts the objects that also match a condition.</summary>
    /// <param name="condition">The condition, built from field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<int> CountAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).CountAsync(cancellationToken);

    /// <summary>Reads one object by its id, with the related objects that the query includes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null if there is none.</returns>
    /// <exception cref="InvalidOperationException">The query has a condition, an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => AsQuery().FindAsync(id, cancellationToken);

    /// <summary>Reads one object by its id, with the related objects that the query includes, and throws an exception if the object does
    /// not exist.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ObjectNotFoundException">The object does not exist.</exception>
    /// <exception cref="InvalidOperationException">The query has a condition, an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">The server rejected the call or could not be reached.</exception>
    public virtual Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => AsQuery().GetAsync(id, cancellationToken);

    private protected static SortKey Key(Func<TFields, SortKey> key, bool isDescending)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new SortKey(key(default).Field, isDescending);
    }

    private protected ObjectQuery<TModel, TFields> With(Func<QuerySpec, QuerySpec> change) => AsQuery().Changed(change);

    private ObjectQuery<TModel, TFields> Where(Filter condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(query => query.Where(condition));
    }
}
