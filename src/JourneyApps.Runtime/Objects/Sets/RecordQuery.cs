using JourneyApps.Internal.Objects.Codecs;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Records;

/// <summary>A query over the objects of one model, with expressions in the API's query language. Queries are immutable: each operator
/// returns a new one. No request is sent before the query is enumerated or one of its <c>…Async</c> methods is called.</summary>
public class RecordQuery
{
    private readonly ObjectCalls<JourneyRecord> _calls;
    private readonly QuerySpec _query;

    internal RecordQuery(ObjectCalls<JourneyRecord> calls, QuerySpec query)
    {
        _calls = calls;
        _query = query;
    }

    /// <summary>Creates a query without a client, for mocking.</summary>
    protected RecordQuery() : this(new ObjectCalls<JourneyRecord>(ClientContext.None, new RecordCodec(""), null), QuerySpec.Everything) { }

    /// <summary>Sorts by a field and replaces any earlier order. The server determines the position of nulls.</summary>
    /// <param name="field">The field's name in the schema, or <c>updated_at</c>.</param>
    /// <param name="descending">Whether to sort in descending order.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a field.</exception>
    public virtual RecordQuery OrderBy(string field, bool descending = false) => new(_calls, _query.OrderedBy(Key(field, descending)));

    /// <summary>Sorts by a further field where the fields so far are equal.</summary>
    /// <param name="field">The field's name in the schema, or <c>updated_at</c>.</param>
    /// <param name="descending">Whether to sort in descending order.</param>
    /// <exception cref="ArgumentException">The text cannot be the name of a field.</exception>
    public virtual RecordQuery ThenBy(string field, bool descending = false) => new(_calls, _query.ThenOrderedBy(Key(field, descending)));

    /// <summary>Limits the number of objects. A second call can only lower the limit.</summary>
    /// <param name="count">The maximum number of objects, 0 or more.</param>
    public virtual RecordQuery Take(int count) => new(_calls, _query.Taking(count));

    /// <summary>Skips objects at the beginning. A second call adds to the number. After <see cref="Take"/>, it skips objects within those
    /// that were taken.</summary>
    /// <param name="count">The number of objects to skip, 0 or more.</param>
    public virtual RecordQuery Skip(int count) => new(_calls, _query.Skipping(count));

    /// <summary>Sets what the enumeration guarantees while other clients write.</summary>
    /// <param name="consistency">The guarantee.</param>
    public virtual RecordQuery WithConsistency(ReadConsistency consistency) => new(_calls, _query with { Consistency = consistency });

    /// <summary>Returns the objects page by page. Each page is returned after it was read completely.</summary>
    /// <exception cref="InvalidOperationException">Parts of the query contradict each other.</exception>
    public virtual IAsyncEnumerable<Page<JourneyRecord>> AsPages() => PageReader.ReadAsync(_calls, _query);

    /// <summary>Reads every object in ranges of ids, in ascending order of the ids. Each page is a complete range. Objects that exist
    /// during the whole enumeration are returned exactly once, regardless of concurrent writes. You can resume after the last id of a
    /// page.</summary>
    /// <param name="afterId">Returns only objects whose ids are greater than this one; null for all objects.</param>
    /// <exception cref="InvalidOperationException">The query has an order, <c>Skip</c> or <c>Take</c>.</exception>
    /// <exception cref="JourneyApiException">A call failed, or the server does not compare ids as text.</exception>
    public virtual IAsyncEnumerable<Page<JourneyRecord>> AsIdRanges(string? afterId = null)
    {
        (_query with { Consistency = ReadConsistency.Complete }).ThrowIfContradictory();
        return PageReader.ByRangesAsync(_calls, _query.Filter, afterId, isSorted: true);
    }

    /// <summary>Returns the objects one by one.</summary>
    public virtual IAsyncEnumerable<JourneyRecord> AsAsyncEnumerable() => PageReader.ItemsAsync(AsPages());

    /// <summary>Returns the objects one by one, for <c>await foreach</c>.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public virtual IAsyncEnumerator<JourneyRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads all objects into memory.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    public virtual Task<List<JourneyRecord>> ToListAsync(CancellationToken cancellationToken = default)
        => PageReader.ToListAsync(AsPages(), cancellationToken);

    /// <summary>Returns the first object, or null if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<JourneyRecord?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await Take(1).ToListAsync(cancellationToken).ConfigureAwait(false)) is [var first, ..] ? first : null;

    /// <summary>Counts the objects. Without an expression, it uses the count call; with an expression, it sends a query that requests the
    /// total. If the server does not return a total, the objects are read and counted page by page.</summary>
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
