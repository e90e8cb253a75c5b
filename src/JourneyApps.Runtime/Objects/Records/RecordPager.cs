using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Reads the pages of an untyped query by the rules of the typed ones: advance by rows received, trust <c>more</c>, give no row twice.</summary>
internal static class RecordPager
{
    internal static async IAsyncEnumerable<Page<JourneyRecord>> ReadAsync(
        ApiTransport transport, RecordPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new SeenIds();
        int skip = plan.Skip;
        int left = plan.Take ?? int.MaxValue;
        while (left > 0)
        {
            RecordPage read = await SendAsync(transport, plan, plan.Page(Math.Min(transport.Settings.PageSize, left), skip), cancellationToken).ConfigureAwait(false);
            if (read is { Records.Count: 0, More: true })
                throw new UnreadableResponseException($"The list of {plan.Model} says that there is more and gives nothing, so paging would never end.");
            List<JourneyRecord> items = [];
            foreach (JourneyRecord record in read.Records)
            {
                if (items.Count < left && seen.Add(record.Id)) items.Add(record);
            }
            left -= items.Count;
            skip += read.Records.Count;
            yield return new Page<JourneyRecord>(items) { Total = read.Total, More = read.More };
            if (!read.More) yield break;
        }
    }

    internal static async Task<int> CountAsync(ApiTransport transport, RecordPlan plan, CancellationToken cancellationToken)
    {
        RecordPlan bare = plan with { Order = [], Skip = 0, Take = null };
        RecordPage first = await SendAsync(transport, plan, bare.Page(1, 0, total: true), cancellationToken).ConfigureAwait(false);
        long all = first.Total ?? 0;
        if (first.Total is null)
        {
            // The server did not say: the rows are counted.
            await foreach (Page<JourneyRecord> page in ReadAsync(transport, bare, cancellationToken).ConfigureAwait(false)) all += page.Items.Count;
        }
        if (all is < 0 or > int.MaxValue) throw new UnreadableResponseException($"The count of {plan.Model} failed: the server says {all}.");
        return (int)Math.Min(Math.Max(0, all - plan.Skip), plan.Take ?? int.MaxValue);
    }

    private static Task<RecordPage> SendAsync(ApiTransport transport, RecordPlan plan, ApiRequest request, CancellationToken cancellationToken)
        => transport.SendAsync(request, response => RecordPage.Read(plan.Model, response.Body.Span), cancellationToken);
}
