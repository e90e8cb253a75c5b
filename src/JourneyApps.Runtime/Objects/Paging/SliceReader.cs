using System.Runtime.CompilerServices;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>
/// Reads every object by slices of ids: each slice is one request, parted while the server says that there is more in it. No position in a list moves
/// under it, so whatever is there from start to end comes exactly once; skipping pages beside a writer that deletes loses rows for good.
/// </summary>
internal static class SliceReader
{
    // Slices aim at half a page, so that uneven ids rarely fill one.
    private const int FullnessDivisor = 2;
    private const int MostSplits = 20;

    internal static async IAsyncEnumerable<Page<TModel>> ReadAsync<TModel>(
        ApiTransport transport, QueryPlan<TModel> plan, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var waiting = new Stack<IdSlice>();
        waiting.Push(IdSlice.Everything);
        int pageSize = transport.Settings.PageSize;
        while (waiting.TryPop(out IdSlice slice))
        {
            ApiRequest request = PageReader.Request(plan, Condition(slice, plan.Filter), pageSize, 0, total: slice == IdSlice.Everything);
            ModelPage<TModel> read = await PageReader.SendAsync<TModel>(transport, request, cancellationToken).ConfigureAwait(false);
            if (read.More)
            {
                Part(waiting, slice, read.Total, pageSize, request);
                continue;
            }
            foreach (TModel model in read.Objects)
            {
                if (!slice.Holds(model.State.Id))
                    throw new UnreadableResponseException($"{request.Name} failed: the server does not compare ids as they are written, so reading every object by slices of ids is not possible here.");
            }
            await RelatedReader.IncludeAsync(transport, plan, read.Objects, cancellationToken).ConfigureAwait(false);
            if (read.Received > 0)
                yield return new Page<TModel>(read.Objects) { More = waiting.Count > 0, Unreadable = PageReader.Unreadable(read) };
        }
    }

    private static Filter? Condition(IdSlice slice, Filter? filter)
    {
        Filter? range = slice.Range();
        return range is null ? filter : filter is null ? range : range & filter;
    }

    private static void Part(Stack<IdSlice> waiting, IdSlice slice, long? total, int pageSize, ApiRequest request)
    {
        if (!slice.CanHalve) throw new UnreadableResponseException($"{request.Name} failed: more objects share one id than a page holds.");
        // The first answer may say how many there are: then the slices are made at once, instead of by halving through full pages.
        int splits = 1;
        if (total is { } all)
        {
            while (splits < MostSplits && all >> splits > pageSize / FullnessDivisor) splits++;
        }
        // The stack hands out the lowest slice first.
        foreach (IdSlice part in slice.Split(splits).Reverse()) waiting.Push(part);
    }
}
