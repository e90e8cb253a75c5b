using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Counts. Never through the filters of the list call, whose meaning differs from that of queries.</summary>
internal static class Counter
{
    internal static async Task<int> CountAsync<TModel>(ApiTransport transport, QueryPlan<TModel> plan, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        plan.Check();
        if (plan.Take == 0) return 0;
        long all = plan.Filter is null
            ? await transport.SendAsync(QueryRequests.Count(TModel.Info.Name, plan.Options), ReadCount, cancellationToken).ConfigureAwait(false)
            : await MatchingAsync(transport, plan, cancellationToken).ConfigureAwait(false);
        if (all is < 0 or > int.MaxValue) throw new UnreadableResponseException($"The count of {TModel.Info.Name} failed: the server says {all}.");
        return (int)Math.Min(Math.Max(0, all - plan.Skip), plan.Take ?? int.MaxValue);
    }

    private static async Task<long> MatchingAsync<TModel>(ApiTransport transport, QueryPlan<TModel> plan, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        QueryPlan<TModel> bare = plan with { Order = [], Includes = [], Skip = 0, Take = null };
        ModelPage<TModel> first = await PageReader.SendAsync<TModel>(
            transport, PageReader.Request(bare, bare.Filter, 1, 0, total: true), cancellationToken, countsOnly: true).ConfigureAwait(false);
        if (first.Total is { } total) return total;
        if (!first.More) return first.Received;

        long count = 0;
        while (true)
        {
            ModelPage<TModel> page = await PageReader.SendAsync<TModel>(
                transport, PageReader.Request(bare, bare.Filter, transport.Settings.PageSize, checked((int)count)), cancellationToken, countsOnly: true).ConfigureAwait(false);
            count += page.Received;
            if (!page.More || page.Received == 0) return count;
        }
    }

    private static long ReadCount(ApiResponse response)
    {
        var reader = new Utf8JsonReader(response.Body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A count is an object with the number in 'count'.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCount = reader.ValueTextEquals("count"u8);
            reader.Read();
            if (isCount && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count)) return count;
            reader.Skip();
        }
        throw new JsonException("A count is an object with the number in 'count'.");
    }
}
