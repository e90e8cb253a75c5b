using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Bulk;

/// <summary>Updates or deletes everything that matches a condition. It first collects the ids by ranges, so that its own writes cannot move
/// what is still to be read; then, 1,000 at a time, it reads again which of them still match and acts on those only.</summary>
internal static class BulkRunner
{
    internal static async Task<BulkResult> RunAsync<T>(
        ObjectCalls<T> calls, QuerySpec query, Func<string, BatchOperation> operation, BatchOptions? options,
        CancellationToken cancellationToken)
        where T : class
    {
        options ??= new BatchOptions();
        Filter filter = ConditionOf(query);
        query = query with { Consistency = ReadConsistency.Complete };
        List<string> ids = await IdsAsync(calls, query, cancellationToken).ConfigureAwait(false);
        if (options.DryRun) return new BulkResult(ids.Count, 0, 0, []) { Ids = ids };

        long done = 0, changed = 0;
        List<BatchResult> notDone = [];
        options = options with { Request = calls.Options ?? options.Request };
        foreach (string[] some in ids.Chunk(ObjectCalls<T>.IdsPerRequest))
        {
            QuerySpec matching = QuerySpec.Everything.Where(ObjectCalls<T>.Among(some) & filter);
            List<string> still = await IdsAsync(calls, matching, cancellationToken).ConfigureAwait(false);
            // What was not asked for would be written without having matched.
            if (still.Except(some, StringComparer.Ordinal).Any())
                throw new UnreadableResponseException(
                    $"The query of {calls.Model} by ids failed: the server returned objects that were not requested.");
            changed += some.Length - still.Count;
            var runner = new BatchRunner(calls.Context, options, cancellationToken);
            BatchReport report = await runner.RunAsync(still.Select(operation)).ConfigureAwait(false);
            done += report.Applied;
            changed += report[BatchStatus.AlreadyDeleted];
            notDone.AddRange(report.NotDone);
            if (report.EndedEarly) break;
        }
        return new BulkResult(ids.Count, done, changed, notDone);
    }

    private static Filter ConditionOf(QuerySpec query)
    {
        if (query.Filter is not { } filter)
        {
            throw new InvalidOperationException(
                "An update or delete by query requires a condition (Where). To include all objects, use a condition "
                + "such as Where(j => j.Id.IsNotNull()).");
        }
        if (query.Order.Length > 0 || query.Skip > 0 || query.Take is not null)
            throw new InvalidOperationException(
                "An update or delete by query writes every matching object, so it cannot be combined with OrderBy, Skip or Take.");
        if (FilterRenderer.FindNullByOperator(filter) is { } field)
        {
            throw new InvalidOperationException(
                $"'{field}' is compared with null by an operator. If a variable is null by mistake, every object without a "
                + "value would be written. Use IsNull() or IsNotNull() instead.");
        }
        return filter;
    }

    private static async Task<List<string>> IdsAsync<T>(ObjectCalls<T> calls, QuerySpec query, CancellationToken cancellationToken)
        where T : class
    {
        List<string> ids = [];
        await foreach (Page<T> page in PageReader.ReadAsync(calls, query).WithCancellation(cancellationToken).ConfigureAwait(false))
            ids.AddRange(page.Items.Select(calls.Codec.IdOf));
        return ids;
    }
}
