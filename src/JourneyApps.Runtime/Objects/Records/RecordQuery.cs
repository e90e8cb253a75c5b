using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// A question about objects of one model, in the API's own expressions. Immutable: each operator gives a new one. Nothing is sent before it is enumerated or
/// one of its <c>…Async</c> methods is called. No row comes twice in one enumeration; one that moves across the reading position meanwhile may be missing.
/// </summary>
public class RecordQuery
{
    private readonly ApiTransport? _transport;
    private readonly RecordPlan _plan;

    internal RecordQuery(ApiTransport transport, RecordPlan plan)
    {
        _transport = transport;
        _plan = plan;
    }

    /// <summary>A query without a client, to be mocked.</summary>
    protected RecordQuery() => _plan = new RecordPlan("");

    private ApiTransport Transport => _transport ?? throw new InvalidOperationException("This query was made without a client, to be mocked; the member that was called is not mocked.");

    /// <summary>Orders by a field, after the orders that were given before.</summary>
    /// <param name="field">The schema's name of the field, or <c>updated_at</c>.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a field.</exception>
    public virtual RecordQuery OrderBy(string field, bool descending = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(Transport, _plan with { Order = [.. _plan.Order, new SortKey(ApiNames.CheckModel(field), descending)] });
    }

    /// <summary>At most so many objects.</summary>
    /// <param name="count">From 0.</param>
    public virtual RecordQuery Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Transport, _plan with { Take = Math.Min(count, _plan.Take ?? int.MaxValue) });
    }

    /// <summary>Leaves out so many objects at the beginning; a second call adds to it. After <see cref="Take"/> it leaves out of those that were taken.</summary>
    /// <param name="count">From 0.</param>
    public virtual RecordQuery Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Transport, _plan with { Skip = checked(_plan.Skip + count), Take = _plan.Take is { } take ? Math.Max(0, take - count) : null });
    }

    /// <summary>The objects page by page; a page is handed out only after it was read whole.</summary>
    public virtual IAsyncEnumerable<Page<JourneyRecord>> AsPages() => RecordPager.ReadAsync(Transport, _plan);

    /// <summary>The objects one by one.</summary>
    public virtual IAsyncEnumerable<JourneyRecord> AsAsyncEnumerable() => ItemsAsync();

    /// <summary>The objects one by one, for <c>await foreach</c>.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual IAsyncEnumerator<JourneyRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default) => ItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>All objects at once.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    public virtual async Task<List<JourneyRecord>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<JourneyRecord> all = [];
        await foreach (JourneyRecord record in ItemsAsync(cancellationToken).ConfigureAwait(false)) all.Add(record);
        return all;
    }

    /// <summary>The first object; null when there is none.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<JourneyRecord?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (JourneyRecord record in Take(1).ItemsAsync(cancellationToken).ConfigureAwait(false)) return record;
        return null;
    }

    /// <summary>How many there are. When the server leaves the total out, the rows are read and counted.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => RecordPager.CountAsync(Transport, _plan, cancellationToken);

    private async IAsyncEnumerable<JourneyRecord> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Page<JourneyRecord> page in RecordPager.ReadAsync(Transport, _plan, cancellationToken).ConfigureAwait(false))
        {
            foreach (JourneyRecord record in page.Items) yield return record;
        }
    }
}
