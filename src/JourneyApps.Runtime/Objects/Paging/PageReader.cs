using System.Runtime.CompilerServices;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Queries;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads the pages of a query, in the server's order or by slices of ids.</summary>
internal static class PageReader
{
    internal static IAsyncEnumerable<Page<TModel>> ReadAsync<TModel>(ApiTransport transport, QueryPlan<TModel> plan, CancellationToken cancellationToken = default)
        where TModel : class, IModel<TModel>
    {
        plan.Check();
        return plan.ReadConsistency == ReadConsistency.Complete
            ? SliceReader.ReadAsync(transport, plan, cancellationToken)
            : OrderedAsync(transport, plan, cancellationToken);
    }

    private static async IAsyncEnumerable<Page<TModel>> OrderedAsync<TModel>(
        ApiTransport transport, QueryPlan<TModel> plan, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var seen = new SeenIds();
        int skip = plan.Skip;
        int left = plan.Take ?? int.MaxValue;
        while (left > 0)
        {
            ApiRequest request = Request(plan, plan.Filter, Math.Min(transport.Settings.PageSize, left), skip);
            ModelPage<TModel> read = await SendAsync<TModel>(transport, request, cancellationToken).ConfigureAwait(false);
            if (read.Received == 0 && read.More) throw Stuck(request);

            var items = new List<TModel>(read.Objects.Count);
            foreach (TModel model in read.Objects)
            {
                if (items.Count < left && seen.Add(model.State.Id)) items.Add(model);
            }
            left -= items.Count;
            skip += read.Received;
            await RelatedReader.IncludeAsync(transport, plan, items, cancellationToken).ConfigureAwait(false);
            yield return new Page<TModel>(items) { Total = read.Total, More = read.More, Unreadable = Unreadable(read) };
            if (!read.More) yield break;
        }
    }

    /// <summary>Sends the request of one page and deals with what cannot be read.</summary>
    internal static async Task<ModelPage<TModel>> SendAsync<TModel>(
        ApiTransport transport, ApiRequest request, CancellationToken cancellationToken, bool countsOnly = false)
        where TModel : class, IModel<TModel>
    {
        ModelPage<TModel> page = await transport.SendAsync(request, Answers.Page<TModel>, cancellationToken).ConfigureAwait(false);
        return !countsOnly && page.Unreadable is [var first, ..] && transport.Settings.UnreadableObjectHandling == UnreadableObjectHandling.Throw ? throw new UnreadableObjectException(first.Fault) : page;
    }

    /// <summary>The request of one page: the list call without a condition, the query call with one.</summary>
    internal static ApiRequest Request<TModel>(QueryPlan<TModel> plan, Filter? filter, int limit, int skip, bool total = false)
        where TModel : class, IModel<TModel>
    {
        string model = TModel.Info.Name;
        if (filter is null) return QueryRequests.List(model, plan.Order, limit, skip, total, plan.Options);
        RenderedFilter rendered = FilterRenderer.Render(filter);
        return QueryRequests.Expression(model, rendered.Expression, writer => WriteArguments(rendered, writer), plan.Order, limit, skip, total, plan.Options);
    }

    internal static UnreadableObjectException[] Unreadable<TModel>(ModelPage<TModel> page)
        where TModel : class, IModel<TModel>
        => [.. page.Unreadable.Select(static entry => new UnreadableObjectException(entry.Fault))];

    private static void WriteArguments(RenderedFilter filter, Utf8JsonWriter writer)
    {
        foreach (RecordValue argument in filter.Arguments) argument.WriteTo(writer);
    }

    private static UnreadableResponseException Stuck(ApiRequest request)
        => new($"{request.Name} failed: the server says that there is more and gives nothing, so paging would never end.");
}
