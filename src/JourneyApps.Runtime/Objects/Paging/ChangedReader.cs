using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads what was written since a time, in order of <c>updated_at</c>. It continues by that value instead of by position, because
/// every write moves a row. Times have whole seconds, so the ids of the last second are remembered.</summary>
internal static class ChangedReader
{
    // A second that holds more than a page can only be read by position; it is read again until nothing new appears.
    private const int MaxPassesOverASecond = 5;

    internal static async IAsyncEnumerable<T> ReadAsync<T>(
        ObjectCalls<T> calls, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        var limit = new PageLimit(calls.PageSize);
        DateTimeOffset second = Floor(since);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (true)
        {
            ModelPage<T> page = await PageAsync(calls, limit, second, 0, cancellationToken).ConfigureAwait(false);
            DateTimeOffset last = second;
            List<string> ofLastSecond = [];
            foreach (T item in page.Objects)
            {
                string id = calls.Codec.IdOf(item);
                DateTimeOffset at = Floor(UpdatedAt(calls, item));
                if (at < second) continue;
                if (at > last)
                {
                    last = at;
                    ofLastSecond.Clear();
                }
                if (at == last) ofLastSecond.Add(id);
                if (at != second || seen.Add(id)) yield return item;
            }
            if (!page.More) yield break;
            if (last > second)
            {
                second = last;
                seen = new HashSet<string>(ofLastSecond, StringComparer.Ordinal);
                continue;
            }
            var next = new StrongBox<DateTimeOffset?>();
            await foreach (T item in CrowdedSecondAsync(calls, limit, second, seen, next, cancellationToken).ConfigureAwait(false))
                yield return item;
            if (next.Value is not { } later) yield break;
            second = later;
            seen.Clear();
        }
    }

    /// <summary>Reads a second by position.</summary>
    /// <param name="calls">The model.</param>
    /// <param name="limit">How many rows a request asks for.</param>
    /// <param name="second">The second.</param>
    /// <param name="seen">The ids of this second that were returned before.</param>
    /// <param name="next">Receives the second of the first row after this one; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    private static async IAsyncEnumerable<T> CrowdedSecondAsync<T>(
        ObjectCalls<T> calls, PageLimit limit, DateTimeOffset second, HashSet<string> seen, StrongBox<DateTimeOffset?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        for (int pass = 0; pass < MaxPassesOverASecond; pass++)
        {
            var progress = new ReadingProgress($"The list of changed {calls.Model} objects");
            bool foundNew = false;
            next.Value = null;
            for (long skip = 0; ;)
            {
                ModelPage<T> page = await PageAsync(calls, limit, second, skip, cancellationToken).ConfigureAwait(false);
                bool isNew = false;
                foreach (T item in page.Objects)
                {
                    DateTimeOffset at = Floor(UpdatedAt(calls, item));
                    if (at > second)
                    {
                        next.Value = at;
                        break;
                    }
                    if (at < second || !seen.Add(calls.Codec.IdOf(item))) continue;
                    isNew = foundNew = true;
                    yield return item;
                }
                skip += page.Received;
                if (next.Value is not null || !page.More) break;
                if (isNew) progress.Moved();
                else progress.NothingNew(calls.IdsOf(page));
            }
            if (!foundNew) yield break;
        }
    }

    private static Task<ModelPage<T>> PageAsync<T>(
        ObjectCalls<T> calls, PageLimit limit, DateTimeOffset second, long skip, CancellationToken cancellationToken)
        where T : class
        => limit.SendAsync(calls.PageSize, size => calls.SendPageAsync(
            ObjectRequests.ChangedSince(calls.Model, second, size, skip, calls.Options), cancellationToken));

    private static DateTimeOffset UpdatedAt<T>(ObjectCalls<T> calls, T item)
        where T : class
        => calls.Codec.UpdatedAtOf(item)
            ?? throw new UnreadableResponseException($"The list of changed {calls.Model} objects failed: an object has no updated_at.");

    private static DateTimeOffset Floor(DateTimeOffset time)
        => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
