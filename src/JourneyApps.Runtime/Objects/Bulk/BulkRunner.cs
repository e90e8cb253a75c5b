using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Batches;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Queries;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Bulk;

/// <summary>
/// Acts on everything that meets a condition: first collects the ids by slices, so that its own writes cannot move what is still to be read; then, a
/// thousand at a time, reads again which of them still meet the condition and acts on those only.
/// </summary>
internal static class BulkRunner
{
    internal static async Task<BulkResult> RunAsync<TModel>(
        ApiTransport transport, QueryPlan<TModel> plan, Func<string, BatchOperation> operation, BulkOptions? options, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        options ??= new BulkOptions();
        Filter filter = Condition(plan);
        QueryPlan<TModel> bare = plan with { Includes = [], ReadConsistency = ReadConsistency.Complete };
        List<string> ids = [];
        await foreach (Page<TModel> page in PageReader.ReadAsync(transport, bare, cancellationToken).ConfigureAwait(false))
            ids.AddRange(page.Items.Select(static model => model.State.Id));
        if (options.DryRun) return new BulkResult(ids.Count, 0, 0, []) { Ids = ids };

        long done = 0, changedMeanwhile = 0;
        List<BatchResult> notDone = [];
        var batch = new BatchOptions { AllowWipe = options.AllowWipe, Progress = options.Progress, Request = plan.Options };
        foreach (string[] some in ids.Chunk(ObjectReader.IdsPerRequest))
        {
            List<string> still = await StillMatchingAsync(transport, bare, filter, some, cancellationToken).ConfigureAwait(false);
            changedMeanwhile += some.Length - still.Count;
            BatchReport report = await new BatchRunner(transport, batch, cancellationToken).RunAsync(BatchRunner.ToAsync(still.Select(operation))).ConfigureAwait(false);
            done += report.Applied;
            changedMeanwhile += report[BatchStatus.AlreadyDeleted];
            notDone.AddRange(report.NotDone);
            if (report.EndedEarly) break;
        }
        return new BulkResult(ids.Count, done, changedMeanwhile, notDone);
    }

    private static Filter Condition<TModel>(QueryPlan<TModel> plan)
        where TModel : class, IModel<TModel>
    {
        if (plan.Filter is not { } filter)
            throw new InvalidOperationException("An update or delete by query needs a condition (Where). To touch everything, say so in one, such as Where(j => j.Id.IsNotNull()).");
        if (plan.Order.Length > 0 || plan.Skip > 0 || plan.Take is not null)
            throw new InvalidOperationException("An update or delete by query touches everything that matches: it cannot be combined with OrderBy, Skip or Take.");
        if (FilterRenderer.FindNullByOperator(filter) is { } field)
            throw new InvalidOperationException($"'{field}' is compared with null by an operator. Where everything that matches is changed, a variable that is null by mistake would do harm: say IsNull() or IsNotNull().");
        return filter;
    }

    private static async Task<List<string>> StillMatchingAsync<TModel>(
        ApiTransport transport, QueryPlan<TModel> bare, Filter filter, string[] ids, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        Filter among = new RawFilter("id in ?", [RecordValue.List([.. ids.Select(static id => (RecordValue)id)])]);
        var matching = new List<string>(ids.Length);
        QueryPlan<TModel> plan = bare with { ReadConsistency = ReadConsistency.Ordered, Filter = among & filter };
        await foreach (Page<TModel> page in PageReader.ReadAsync(transport, plan, cancellationToken).ConfigureAwait(false))
            matching.AddRange(page.Items.Select(static model => model.State.Id));
        return matching;
    }
}
