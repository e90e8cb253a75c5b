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
        DateTimeOffset second = Floor(since);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (true)
        {
            ModelPage<T> page = await PageAsync(calls, second, 0, cancellationToken).ConfigureAwait(false);
            DateTimeOffset last = second;
            List<string> ofLastSecond = [];
            foreach (T item in page.Objects)
            {
                string id = calls.Codec.IdOf(item);
                DateTimeOffset at = Floor(UpdatedAt(calls, item));
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
            await foreach (T item in CrowdedSecondAsync(calls, second, seen, cancellationToken).ConfigureAwait(false)) yield return item;
            second = second.AddSeconds(1);
            seen.Clear();
        }
    }

    private static async IAsyncEnumerable<T> CrowdedSecondAsync<T>(
        ObjectCalls<T> calls, DateTimeOffset second, HashSet<string> seen, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        for (int pass = 0; pass < MaxPassesOverASecond; pass++)
        {
            bool foundNew = false, isOver = false;
            for (int skip = 0; !isOver;)
            {
                ModelPage<T> page = await PageAsync(calls, second, skip, cancellationToken).ConfigureAwait(false);
                foreach (T item in page.Objects)
                {
                    isOver = Floor(UpdatedAt(calls, item)) > second;
                    if (isOver) break;
                    if (!seen.Add(calls.Codec.IdOf(item))) continue;
                    foundNew = true;
                    yield return item;
                }
                skip += page.Received;
                isOver |= !page.More || page.Received == 0;
            }
            if (!foundNew) yield break;
        }
    }

    private static Task<ModelPage<T>> PageAsync<T>(
        ObjectCalls<T> calls, DateTimeOffset second, int skip, CancellationToken cancellationToken)
        where T : class
        => calls.SendPageAsync(ObjectRequests.ChangedSince(calls.Model, second, calls.PageSize, skip, calls.Options), cancellationToken);

    private static DateTimeOffset UpdatedAt<T>(ObjectCalls<T> calls, T item)
        where T : class
        => calls.Codec.UpdatedAtOf(item)
            ?? throw new UnreadableResponseException($"The list of changed {calls.Model} objects failed: an object has no updated_at.");

    private static DateTimeOffset Floor(DateTimeOffset time)
        => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
