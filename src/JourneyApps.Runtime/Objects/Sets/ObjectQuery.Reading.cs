using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps;

/// <content>What sends requests.</content>
public partial class ObjectQuery<TModel, TFields>
{
    /// <summary>The pages of the answer; each is handed out only after it was read whole. Advances by what was received and trusts the server's <c>more</c>.</summary>
    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    public virtual IAsyncEnumerable<Page<TModel>> AsPages() => PageReader.ReadAsync(_context.Transport, _plan);

    /// <summary>The objects one after the other, for <c>await foreach</c>. See <see cref="ReadConsistency"/> for what is promised while others write.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>The objects one after the other, for <c>await foreach</c> with a token.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ConfiguredCancelableAsyncEnumerable<TModel> WithCancellation(CancellationToken cancellationToken)
        => AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <summary>The door to LINQ: from here on every operator works on what arrives, not on the server.</summary>
    public virtual IAsyncEnumerable<TModel> AsAsyncEnumerable() => ItemsAsync();

    /// <summary>All objects, in memory.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual async Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<TModel>();
        await foreach (Page<TModel> page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false)) all.AddRange(page.Items);
        return all;
    }

    /// <summary>The first object in the order, or null when there is none. Without an order, which one is the server's matter.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)) is [var first, ..] ? first : null;

    /// <summary>The first object that meets a further condition, or null.</summary>
    /// <param name="condition">Says the condition in field tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<TModel?> FirstOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The only object, or null when there is none.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public virtual async Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
        => await Take(2).ToListAsync(cancellationToken).ConfigureAwait(false) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new InvalidOperationException($"More than one {TModel.Info.Name} meets the condition."),
        };

    /// <summary>The only object that meets a further condition, or null when there is none.</summary>
    /// <param name="condition">Says the condition in field tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Task<TModel?> SingleOrDefaultAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default)
        => Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether there is any.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
        => (await Plain().Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Whether any meets a further condition.</summary>
    /// <param name="condition">Says the condition in field tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<bool> AnyAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default) => Where(condition).AnyAsync(cancellationToken);

    /// <summary>
    /// How many there are: without a condition the count call; with one, a query that asks for the total. When the server leaves the total out,
    /// the rows are read and counted page by page.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => Counter.CountAsync(_context.Transport, _plan, cancellationToken);

    /// <summary>How many meet a further condition.</summary>
    /// <param name="condition">Says the condition in field tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<int> CountAsync(Func<TFields, Filter> condition, CancellationToken cancellationToken = default) => Where(condition).CountAsync(cancellationToken);

    /// <summary>Reads one object by its id, with the related objects that the query includes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object, or null when there is none.</returns>
    /// <exception cref="InvalidOperationException">The query has a condition, an order or a range.</exception>
    public virtual Task<TModel?> FindAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => ObjectReader.FindAsync<TModel>(_context.Transport, id.Value, Embed(), _plan.Options, cancellationToken);

    /// <summary>Reads one object that must be there by its id, with the related objects that the query includes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">The query has a condition, an order or a range.</exception>
    public virtual Task<TModel> GetAsync(Id<TModel> id, CancellationToken cancellationToken = default)
        => ObjectReader.GetAsync<TModel>(_context.Transport, id.Value, Embed(), _plan.Options, cancellationToken);

    private async IAsyncEnumerable<TModel> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Page<TModel> page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (TModel model in page.Items) yield return model;
        }
    }

    private ObjectQuery<TModel, TFields> Plain() => _plan.Includes.Length == 0 ? this : With(_plan with { Includes = [] });

    private string? Embed()
    {
        if (_plan is not { Filter: null, Order: [], Skip: 0, Take: null })
            throw new InvalidOperationException("Reading by id cannot be combined with a condition, an order, Skip or Take; use FirstOrDefaultAsync.");
        return _plan.Includes.Length == 0 ? null : string.Join(',', _plan.Includes.Select(static link => link.Name));
    }
}
