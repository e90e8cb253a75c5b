using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Records;

/// <summary>A query over the objects of one model, in the API's own expressions. Immutable: each operator returns a new one. Nothing is
/// sent before it is enumerated or one of its <c>…Async</c> methods is called.</summary>
public class RecordQuery
{
    private readonly ObjectCalls<JourneyRecord> _calls;
    private readonly QuerySpec _query;

    internal RecordQuery(ObjectCalls<JourneyRecord> calls, QuerySpec query)
    {
        _calls = calls;
        _query = query;
    }

    /// <summary>A query without a client, for mocking.</summary>
    protected RecordQuery() : this(new ObjectCalls<JourneyRecord>(ClientContext.None, new RecordCodec(""), null), QuerySpec.Everything) { }

    /// <summary>Orders by a field, instead of any order given before. The server decides where nulls come.</summary>
    /// <param name="field">The schema's name of the field, or <c>updated_at</c>.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a field.</exception>
    public virtual RecordQuery OrderBy(string field, bool descending = false) => new(_calls, _query.OrderedBy(Key(field, descending)));

    /// <summary>Orders by a further field, where the order so far is equal.</summary>
    /// <param name="field">The schema's name of the field, or <c>updated_at</c>.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a field.</exception>
    public virtual RecordQuery ThenBy(string field, bool descending = false) => new(_calls, _query.ThenOrderedBy(Key(field, descending)));

    /// <summary>At most so many objects; a second call can only lower it.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual RecordQuery Take(int count) => new(_calls, _query.Taking(count));

    /// <summary>Skips objects at the beginning; a second call adds to it. After <see cref="Take"/> it skips some of those that were
    /// taken.</summary>
    /// <param name="count">How many, from 0.</param>
    public virtual RecordQuery Skip(int count) => new(_calls, _query.Skipping(count));

    /// <summary>What reading promises while others write.</summary>
    /// <param name="consistency">The promise.</param>
    public virtual RecordQuery WithConsistency(ReadConsistency consistency) => new(_calls, _query with { Consistency = consistency });

    /// <summary>The objects page by page; a page is returned only after it was read whole.</summary>
    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    public virtual IAsyncEnumerable<Page<JourneyRecord>> AsPages() => PageReader.ReadAsync(_calls, _query);

    /// <summary>Every object by ranges of ids, in ascending order of the ids: each page is a complete range. Objects that exist from start
    /// to end come exactly once, whatever others write. Reading can be resumed after the last id of a page.</summary>
    /// <param name="afterId">Only objects with ids above this one; null for all.</param>
    /// <exception cref="InvalidOperationException">The query has an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">A call failed, or the server does not compare ids as they are written.</exception>
    public virtual IAsyncEnumerable<Page<JourneyRecord>> AsIdRanges(string? afterId = null)
    {
        (_query with { Consistency = ReadConsistency.Complete }).ThrowIfContradictory();
        return PageReader.ByRangesAsync(_calls, _query.Filter, afterId, isSorted: true);
    }

    /// <summary>The objects one by one.</summary>
    public virtual IAsyncEnumerable<JourneyRecord> AsAsyncEnumerable() => PageReader.ItemsAsync(AsPages());

    /// <summary>The objects one by one, for <c>await foreach</c>.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public virtual IAsyncEnumerator<JourneyRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>All objects, in memory.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    public virtual async Task<List<JourneyRecord>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<JourneyRecord> all = [];
        await foreach (Page<JourneyRecord> page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
            all.AddRange(page.Items);
        return all;
    }

    /// <summary>The first object, or null when there is none.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<JourneyRecord?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)) is [var first, ..] ? first : null;

    /// <summary>How many objects there are: without an expression by the count call; with one by a query that asks for the total. When the
    /// server does not return a total, the rows are read and counted page by page.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default)
        => ObjectCounter.CountAsync(_calls, _query, cancellationToken);

    private static SortKey Key(string field, bool descending)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new SortKey(ApiNames.CheckModel(field), descending);
    }
}
