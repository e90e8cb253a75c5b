using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads the pages of a query, in the server's order or by ranges of ids.</summary>
internal static class PageReader
{
    /// <summary>Reads the pages.</summary>
    /// <param name="calls">The model.</param>
    /// <param name="query">What to read.</param>
    /// <param name="complete">Completes the objects of each page before it is returned, such as by related objects; null for
    /// nothing.</param>
    internal static IAsyncEnumerable<Page<T>> ReadAsync<T>(
        ObjectCalls<T> calls, QuerySpec query, Func<IReadOnlyList<T>, CancellationToken, Task>? complete = null)
        where T : class
    {
        query.ThrowIfContradictory();
        if (query.Consistency == ReadConsistency.Complete) return ByRangesAsync(calls, query.Filter, null, complete, isSorted: false);
        // Usually one page has all of them, and then there is nothing to request ahead.
        return query.Take <= calls.PageSize
            ? InOrderAsync(calls, query, complete, report: false, CancellationToken.None)
            : new ReadAheadPages<T>(stop => InOrderAsync(calls, query, complete, report: false, stop));
    }

    /// <summary>Reads the objects one by one, and the next page when half of a page is used.</summary>
    internal static async IAsyncEnumerable<T> ItemsAsync<T>(
        IAsyncEnumerable<Page<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        IAsyncEnumerator<Page<T>> reader = pages.GetAsyncEnumerator(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.MoveNextAsync().ConfigureAwait(false))
            {
                IReadOnlyList<T> items = reader.Current.Items;
                for (int i = 0; i < items.Count; i++)
                {
                    // Before the object is returned, because the caller can end with it: half of them were used.
                    if (i == (items.Count + 1) / 2) (reader as IReadAhead)?.Begin();
                    yield return items[i];
                }
            }
        }
    }

    /// <summary>Reads all objects into memory, each page as soon as the one before has arrived.</summary>
    internal static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<Page<T>> pages, CancellationToken cancellationToken)
        where T : class
    {
        List<T> all = [];
        IAsyncEnumerator<Page<T>> reader = pages.GetAsyncEnumerator(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.MoveNextAsync().ConfigureAwait(false))
            {
                (reader as IReadAhead)?.Begin();
                all.AddRange(reader.Current.Items);
            }
        }
        return all;
    }

    /// <summary>Reads every object by ranges of ids, several at the same time.</summary>
    /// <param name="calls">The model.</param>
    /// <param name="filter">The condition; null for none.</param>
    /// <param name="afterId">Only objects with ids above this one; null for all.</param>
    /// <param name="complete">Completes the objects of each page; null for nothing.</param>
    /// <param name="isSorted">Whether the pages and their objects are sorted by id; otherwise pages come as they arrive.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static async IAsyncEnumerable<Page<T>> ByRangesAsync<T>(
        ObjectCalls<T> calls, Filter? filter, string? afterId, Func<IReadOnlyList<T>, CancellationToken, Task>? complete = null,
        bool isSorted = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        if (filter is not null && FilterRenderer.MatchesNothing(filter)) yield break;
        var reader = new IdRangeReader<T>(calls, filter, afterId: afterId);
        IdRangeLanes<T> lanes = new(reader, calls.Transport.Settings.MaxConcurrency, isSorted, complete, cancellationToken);
        await using (lanes.ConfigureAwait(false))
        {
            while (await lanes.NextAsync().ConfigureAwait(false) is { } range)
            {
                ModelPage<T> read = range.Page ?? throw new UnreadableResponseException(
                    $"The list of {calls.Model} failed: the server does not compare ids as text, "
                    + "so objects cannot be read in ranges of ids.");
                if (read.Received == 0) continue;
                if (isSorted)
                    read.Objects.Sort((left, right) => string.CompareOrdinal(calls.Codec.IdOf(left), calls.Codec.IdOf(right)));
                yield return new Page<T>(read.Objects) { More = !lanes.IsDone, Unreadable = Unreadable(read) };
            }
        }
    }

    /// <summary>Reads the pages in the server's order.</summary>
    /// <param name="calls">The model.</param>
    /// <param name="query">What to read.</param>
    /// <param name="complete">Completes the objects of each page; null for nothing.</param>
    /// <param name="report">Whether the caller handles unreadable objects itself.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnreadableResponseException">The server reported more objects, but its pages do not advance.</exception>
    internal static async IAsyncEnumerable<Page<T>> InOrderAsync<T>(
        ObjectCalls<T> calls, QuerySpec query, Func<IReadOnlyList<T>, CancellationToken, Task>? complete, bool report,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var seen = new IdDeduplicator();
        var progress = new ReadingProgress($"The list of {calls.Model}");
        var limit = new PageLimit(calls.PageSize);
        long skip = query.Skip;
        int left = query.IsEmpty ? 0 : query.Take ?? int.MaxValue;
        while (left > 0)
        {
            // Rows that moved back fill a short page, so after a page without new rows a whole one is read.
            ModelPage<T> read = await limit.SendAsync(
                progress.IsRepeating ? calls.PageSize : Math.Min(calls.PageSize, left),
                size => calls.SendPageAsync(
                    ObjectRequests.Page(calls.Model, query.Filter, query.Order, size, skip, total: false, calls.Options),
                    cancellationToken,
                    report)).ConfigureAwait(false);
            var items = new List<T>(read.Objects.Count);
            foreach (T item in read.Objects)
            {
                if (items.Count < left && seen.Add(calls.Codec.IdOf(item))) items.Add(item);
            }
            left -= items.Count;
            skip += read.Received;
            if (items.Count > 0) progress.Moved();
            else if (read.More) progress.NothingNew(calls.IdsOf(read));
            if (complete is not null && items.Count > 0) await complete(items, cancellationToken).ConfigureAwait(false);
            yield return new Page<T>(items) { Total = read.Total, More = read.More, Unreadable = Unreadable(read), Bytes = read.Bytes };
            if (!read.More) yield break;
        }
    }

    private static UnreadableObjectException[] Unreadable<T>(ModelPage<T> page)
        => [.. page.Unreadable.Select(static row => new UnreadableObjectException(row.Fault))];
}
