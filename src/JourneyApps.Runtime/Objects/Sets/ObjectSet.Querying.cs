using System.Runtime.CompilerServices;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps;

/// <content>Beginning queries: each member does what the one of <see cref="ObjectQuery{TModel, TFields}"/> does, over all objects.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>A query over all objects.</summary>
    public virtual ObjectQuery<TModel, TFields> AsQuery() => new(_context, QueryPlan<TModel>.Everything with { Options = _options });

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.Where(Func{TFields, Filter})"/>
    public virtual ObjectQuery<TModel, TFields> Where(Func<TFields, Filter> condition) => AsQuery().Where(condition);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.WhereExpression"/>
    public virtual ObjectQuery<TModel, TFields> WhereExpression(string expression, params RecordValue[] arguments) => AsQuery().WhereExpression(expression, arguments);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.OrderBy"/>
    public virtual ObjectQuery<TModel, TFields> OrderBy(Func<TFields, SortKey> key) => AsQuery().OrderBy(key);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.OrderByDescending"/>
    public virtual ObjectQuery<TModel, TFields> OrderByDescending(Func<TFields, SortKey> key) => AsQuery().OrderByDescending(key);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.Take"/>
    public virtual ObjectQuery<TModel, TFields> Take(int count) => AsQuery().Take(count);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.Skip"/>
    public virtual ObjectQuery<TModel, TFields> Skip(int count) => AsQuery().Skip(count);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.Include"/>
    public virtual ObjectQuery<TModel, TFields> Include<TTarget>(Func<TFields, LinkField<TTarget>> link)
        where TTarget : class, IModel<TTarget>
        => AsQuery().Include(link);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.WithConsistency"/>
    public virtual ObjectQuery<TModel, TFields> WithConsistency(ReadConsistency completeness) => AsQuery().WithConsistency(completeness);

    /// <summary>
    /// The objects written since a time, oldest change first; one that is written again while this runs can come again. It walks by the value of
    /// <c>updated_at</c> and not by position. <b>Deletions are not seen</b>: <see cref="JourneyClient.Oplog"/> shows those and everything else.
    /// </summary>
    /// <param name="since">The time, inclusive; whole seconds count.</param>
    /// <exception cref="JourneyApiException">The server refused a call or could not be reached.</exception>
    public virtual IAsyncEnumerable<TModel> ChangedSince(DateTimeOffset since) => ChangedReader.ReadAsync<TModel>(Transport, since, _options);

    /// <summary>
    /// Searches text in all fields, ignoring case: one answer, as many objects as the server gives at once. The platform does not document which fields
    /// and how many; use a query where that matters.
    /// </summary>
    /// <param name="text">What to search.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JourneyApiException">The server refused the call or could not be reached.</exception>
    public virtual async Task<IReadOnlyList<TModel>> SearchAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return (await PageReader.SendAsync<TModel>(Transport, QueryRequests.Search(TModel.Info.Name, text, _options), cancellationToken).ConfigureAwait(false)).Objects;
    }

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.AsPages"/>
    public virtual IAsyncEnumerable<Page<TModel>> AsPages() => AsQuery().AsPages();

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.GetAsyncEnumerator"/>
    public virtual IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsQuery().GetAsyncEnumerator(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.WithCancellation"/>
    public ConfiguredCancelableAsyncEnumerable<TModel> WithCancellation(CancellationToken cancellationToken) => AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.AsAsyncEnumerable"/>
    public virtual IAsyncEnumerable<TModel> AsAsyncEnumerable() => AsQuery().AsAsyncEnumerable();

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.ToListAsync"/>
    public virtual Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default) => AsQuery().ToListAsync(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.FirstOrDefaultAsync(CancellationToken)"/>
    public virtual Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => AsQuery().FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.FirstOrDefaultAsync(Func{TFields, Filter}, CancellationToken)"/>
    public virtual Task<TModel?> FirstOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => AsQuery().FirstOrDefaultAsync(condition, cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.SingleOrDefaultAsync(CancellationToken)"/>
    public virtual Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) => AsQuery().SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.SingleOrDefaultAsync(Func{TFields, Filter}, CancellationToken)"/>
    public virtual Task<TModel?> SingleOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => AsQuery().SingleOrDefaultAsync(condition, cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.AnyAsync(CancellationToken)"/>
    public virtual Task<bool> AnyAsync(CancellationToken cancellationToken = default) => AsQuery().AnyAsync(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.AnyAsync(Func{TFields, Filter}, CancellationToken)"/>
    public virtual Task<bool> AnyAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => AsQuery().AnyAsync(condition, cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.CountAsync(CancellationToken)"/>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => AsQuery().CountAsync(cancellationToken);

    /// <inheritdoc cref="ObjectQuery{TModel, TFields}.CountAsync(Func{TFields, Filter}, CancellationToken)"/>
    public virtual Task<int> CountAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => AsQuery().CountAsync(condition, cancellationToken);
}
