using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps;

/// <summary>What sets and queries have in common: conditions, orders and reading. A set reads all objects of its model. It is not an
/// <c>IAsyncEnumerable</c>, so that a LINQ operator cannot read the whole table by accident; use <c>await foreach</c> on it directly, or
/// <see cref="AsAsyncEnumerable"/>.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <typeparam name="TFields">The generated field tokens.</typeparam>
public abstract class ObjectSource<TModel, TFields>
    where TModel : class, IModel<TModel>
    where TFields : struct
{
    private protected ObjectSource() { }

    /// <summary>The query over these objects; a query is one itself.</summary>
    public abstract ObjectQuery<TModel, TFields> AsQuery();

    /// <summary>The same objects with limits of their own for every call.</summary>
    /// <param name="options">The limits.</param>
    public abstract ObjectSource<TModel, TFields> WithOptions(RequestOptions options);

    /// <summary>Only objects that match a condition; after several calls, those that match all of them.</summary>
    /// <param name="condition">The condition, in field tokens.</param>
    public virtual ObjectQuery<TModel, TFields> Where(Func<TFields, Filter> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Where(condition(default));
    }

    /// <summary>Only objects that match an expression in the platform's query language, for what tokens cannot express. Values are never
    /// part of the text.</summary>
    /// <param name="expression">Such as <c>title contains ? or cost > ?</c>, one question mark for each argument.</param>
    /// <param name="arguments">The values, in order.</param>
    /// <exception cref="ArgumentException">The expression is empty, or the number of question marks differs from that of the
    /// arguments.</exception>
    public virtual ObjectQuery<TModel, TFields> WhereExpression(string expression, params RecordValue[] arguments)
        => Where(Filter.Raw(expression, arguments));

    /// <summary>In ascending order of a field, instead of any order given before. The server decides where nulls come.</summary>
    /// <param name="key">The field; fields that the platform cannot sort by are not accepted.</param>
    public virtual ObjectQuery<TModel, TFields> OrderBy(Func<TFields, SortKey> key)
        => With(query => query.OrderedBy(Key(key, isDescending: false)));

    /// <summary>In descending order of a field, instead of any order given before.</summary>
    /// <param name="key">The field.</param>
    public virtual ObjectQuery<TModel, TFields> OrderByDescending(Func<TFields, SortKey> key)
        => With(query => query.OrderedBy(Key(key, isDescending: true)));

    /// <summary>At most so many objects: exactly as many, each once, when there are as many. A second call can only lower it.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual ObjectQuery<TModel, TFields> Take(int count) => With(query => query.Taking(count));

    /// <summary>Skips objects at the beginning; a second call adds to it. After <see cref="Take"/> it skips some of those that were
    /// taken.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual ObjectQuery<TModel, TFields> Skip(int count) => With(query => query.Skipping(count));

    /// <summary>Reads a related object with each object: for lists one request per 1,000 different ids of a page, shared by all objects
    /// that refer to it; for single reads in the same request. Can be called for several relationships.</summary>
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

    /// <summary>What reading promises while others write.</summary>
    /// <param name="consistency">The promise.</param>
    public virtual ObjectQuery<TModel, TFields> WithConsistency(ReadConsistency consistency)
        => With(query => query with { Consistency = consistency });

    /// <summary>The pages of the result; each is returned only after it was read whole. Advances by what was received and trusts the
    /// server's <c>more</c>.</summary>
    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    public virtual IAsyncEnumerable<Page<TModel>> AsPages() => AsQuery().AsPages();

    /// <summary>The objects one by one, for <c>await foreach</c>. See <see cref="ReadConsistency"/> for what is promised while others
    /// write.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public virtual IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>The objects one by one, for <c>await foreach</c> with a token.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ConfiguredCancelableAsyncEnumerable<TModel> WithCancellation(CancellationToken cancellationToken)
        => AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <summary>The way to LINQ: from here on every operator works on what was read, not on the server.</summary>
    public virtual IAsyncEnumerable<TModel> AsAsyncEnumerable() => PageReader.ItemsAsync(AsPages());

    /// <summary>All objects, in memory.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public virtual async Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<TModel>();
        await foreach (Page<TModel> page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false)) all.AddRange(page.Items);
        return all;
    }

    /// <summary>The first object in the order, or null when there is none. Without an order, the server decides which one is
    /// first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)) is [var first, ..] ? first : null;

    /// <summary>The first object that also matches a condition, or null.</summary>
    /// <param name="condition">The condition, in field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TModel?> FirstOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The only object, or null when there is none.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public virtual async Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
        => await Take(2).ToListAsync(cancellationToken).ConfigureAwait(false) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new InvalidOperationException($"More than one {TModel.Info.Name} matches the condition."),
        };

    /// <summary>The only object that also matches a condition, or null when there is none.</summary>
    /// <param name="condition">The condition, in field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public virtual Task<TModel?> SingleOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether there is any object.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
        => (await AsQuery().WithoutIncludes().Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Whether any object also matches a condition.</summary>
    /// <param name="condition">The condition, in field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<bool> AnyAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).AnyAsync(cancellationToken);

    /// <summary>How many objects there are: without a condition by the count call; with one by a query that asks for the total. When the
    /// server does not return a total, the rows are read and counted page by page.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => AsQuery().CountAsync(cancellationToken);

    /// <summary>How many objects also match a condition.</summary>
    /// <param name="condition">The condition, in field tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<int> CountAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).CountAsync(cancellationToken);

    /// <summary>Reads one object by its id, with the related objects that the query includes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null when there is none.</returns>
    /// <exception cref="InvalidOperationException">The query has a condition, an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => AsQuery().FindAsync(id, cancellationToken);

    /// <summary>Reads one object that must exist by its id, with the related objects that the query includes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="InvalidOperationException">The query has a condition, an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
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
