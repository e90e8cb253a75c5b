using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Counts. Never through the filters of the list call, which differ in meaning from those of queries.</summary>
internal static class ObjectCounter
{
    internal static async Task<int> CountAsync<T>(ObjectCalls<T> calls, QuerySpec query, CancellationToken cancellationToken)
        where T : class
    {
        query.ThrowIfContradictory();
        if (query.IsEmpty) return 0;
        ApiRequest count = ObjectRequests.Count(calls.Model, calls.Options);
        long all = query.Filter is { } filter
            ? await MatchingAsync(calls, filter, cancellationToken).ConfigureAwait(false)
            : await calls.Transport.SendAsync(count, ReadCount, cancellationToken).ConfigureAwait(false);
        if (all is < 0 or > int.MaxValue) throw new UnreadableResponseException(
            $"The count of {calls.Model} failed: the server returned {all}.");
        return (int)Math.Min(Math.Max(0, all - query.Skip), query.Take ?? int.MaxValue);
    }

    private static async Task<long> MatchingAsync<T>(ObjectCalls<T> calls, Filter filter, CancellationToken cancellationToken)
        where T : class
    {
        ApiRequest one = calls.PageRequest(filter, 1, total: true);
        ModelPage<T> first = await calls.SendPageAsync(one, cancellationToken, report: true).ConfigureAwait(false);
        if (first.Total is { } total) return total;
        if (!first.More) return first.Received;

        // The server did not say: the rows are counted.
        long count = 0;
        QuerySpec all = QuerySpec.Everything.Where(filter);
        await foreach (Page<T> page in PageReader.InOrderAsync(calls, all, null, report: true, cancellationToken).ConfigureAwait(false))
            count += page.Items.Count + page.Unreadable.Count;
        return count;
    }

    private static long ReadCount(ApiResponse response)
    {
        using var document = JsonDocument.Parse(response.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("count", out JsonElement count)
            && count.ValueKind == JsonValueKind.Number
            && count.TryGetInt64(out long number)
            ? number
            : throw new JsonException("Expected an object with a number in 'count'.");
    }
}
