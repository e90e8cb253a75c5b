using System.Runtime.CompilerServices;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Reads every object of a model in the order of the ids, by slices of ids, each whole in one request. Objects that are written or deleted
/// meanwhile move nothing, so none is lost or comes twice, and reading can go on behind any id.
/// </summary>
internal static class RecordPages
{
    private const int PageSize = 1000;

    public static async IAsyncEnumerable<JourneyRecord[]> ReadAsync(
        ApiTransport transport, string model, RecordFilter filter, string? afterId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stack<IdSlice> waiting = new([IdSlice.Everything]);
        while (waiting.TryPop(out IdSlice slice))
        {
            // What lies before the id is in the file already.
            if (afterId is not null && slice.ToId is { } end && string.CompareOrdinal(end, afterId) <= 0) continue;

            RecordPage page = await ReadAsync(transport, model, filter, slice, afterId, cancellationToken);
            if (page.More)
            {
                if (!slice.CanHalve) throw new UnreadableResponseException($"more objects of {model} share one id than a page holds.");
                int splits = SplitsFor(page.Total);
                foreach (IdSlice part in slice.Split(splits).Reverse()) waiting.Push(part);
                continue;
            }

            JourneyRecord[] records = [.. page.Records.OrderBy(record => record.Id, StringComparer.Ordinal)];
            if (records.Any(record => !slice.Holds(record.Id)))
                throw new UnreadableResponseException("the server does not compare ids as they are written, so reading every object is not possible here.");
            if (records.Length > 0) yield return records;
        }
    }

    // Slices aim at half a page, so that uneven ids rarely fill one.
    private static int SplitsFor(long? total)
    {
        int splits = 1;
        while (splits < 16 && total >> splits > PageSize / 2) splits++;
        return splits;
    }

    private static Task<RecordPage> ReadAsync(ApiTransport transport, string model, RecordFilter filter, IdSlice slice, string? afterId, CancellationToken cancellationToken)
    {
        List<(string Condition, string Id)> bounds = [];
        if (afterId is not null && (slice.FromId is null || string.CompareOrdinal(slice.FromId, afterId) <= 0)) bounds.Add(("id > ?", afterId));
        else if (slice.FromId is { } from) bounds.Add(("id >= ?", from));
        if (slice.ToId is { } to) bounds.Add(("id < ?", to));

        return transport.SendAsync(filter.Page(model, bounds, PageSize), answer => RecordPage.Read(model, answer.Body.Span), cancellationToken);
    }
}
