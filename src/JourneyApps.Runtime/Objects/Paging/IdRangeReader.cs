using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads every object of a model by ranges of ids, with each range complete in a response without <c>more</c>. Positions in a list
/// are not used, so every object that exists during the whole enumeration is read exactly once, regardless of concurrent writes. Reading
/// by <c>skip</c> while another client deletes objects loses objects permanently (27 to 136 of 20,000 when it was measured). Safe for
/// concurrent use: several calls of <see cref="NextAsync"/> read different ranges.</summary>
/// <remarks>The API does not sort by id. A response with <c>more</c> is therefore never complete: its total says how many objects the range
/// has, and its ids are a sample that shows where to cut the range.</remarks>
/// <typeparam name="T">The objects' class.</typeparam>
/// <param name="calls">The model.</param>
/// <param name="filter">The condition; null for none.</param>
/// <param name="ranges">The ranges to read, in rising order; null for everything.</param>
/// <param name="afterId">Only ids above this one; null for all.</param>
internal sealed class IdRangeReader<T>(
    ObjectCalls<T> calls, Filter? filter, IReadOnlyList<IdRange>? ranges = null, string? afterId = null)
    where T : class
{
    // Below this part of a page, the next range is twice as wide.
    private const int SparseDivisor = 3;

    // A range with at most this many percent of a page is finished by one more request instead of being cut.
    private const int FinishPercent = 197;

    // A range is cut once or twice before a response without "more" comes from it.
    private const int MostCutsInARow = 250;

    private readonly PageLimit _limit = new(calls.PageSize);
    private readonly object _lock = new();

    // The ranges that no lane reads, in rising order.
    private readonly List<IdRange> _open = [.. ranges ?? [IdRange.Everything]];
    private TaskCompletionSource? _changed;
    private int _inFlight;
    private int _returned;
    private int _perPage = calls.PageSize;
    private int _joined = 1;
    private int _cutsInARow;
    private bool? _hasNotIn;

    /// <summary>Whether every range was read, and the caller has all of them.</summary>
    /// <param name="received">How many ranges the caller has received.</param>
    internal bool IsDone(int received)
    {
        lock (_lock) return _open.Count == 0 && _inFlight == 0 && _returned == received;
    }

    /// <summary>Reads the lowest range that is not finished and that no other call is reading. If other calls are reading the last ranges,
    /// it waits whether they have to be cut. A range whose reading fails is read again by the next call.</summary>
    /// <param name="report">Whether the caller handles unreadable objects itself.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The range; null when every range was read.</returns>
    /// <exception cref="UnreadableResponseException">More objects share one id than a page holds, or the server says that a range has more
    /// and returns nothing new.</exception>
    internal async Task<IdRangePage<T>?> NextAsync(bool report, CancellationToken cancellationToken)
    {
        while (true)
        {
            IdRange range;
            Task changed;
            lock (_lock)
            {
                if (_open.Count > 0)
                {
                    range = Take();
                    changed = Task.CompletedTask;
                }
                else
                {
                    if (_inFlight == 0) return null;
                    range = default;
                    changed = (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }
            }
            if (!changed.IsCompleted)
            {
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            IdRangePage<T>? page = null;
            List<IdRange> left = [range];
            try
            {
                (page, left) = await ReadAsync(range, report, cancellationToken).ConfigureAwait(false);
                if (page is not null) return page;
            }
            finally
            {
                Return(left, isRead: page is not null);
            }
        }
    }

    private IdRange Take()
    {
        IdRange range = _open[0];
        int count = 1;
        for (; count < _joined && count < _open.Count && _open[count].From is { } from && from == range.To; count++)
            range = range with { To = _open[count].To };
        _open.RemoveRange(0, count);
        _inFlight++;
        return range;
    }

    private void Return(List<IdRange> left, bool isRead)
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            _inFlight--;
            if (isRead) _returned++;
            if (left.Count > 0)
            {
                int at = _open.FindIndex(other => string.CompareOrdinal(other.From, left[0].From) > 0);
                _open.InsertRange(at < 0 ? _open.Count : at, left);
            }
            changed = _changed;
            _changed = null;
        }
        changed?.SetResult();
    }

    private async Task<(IdRangePage<T>? Page, List<IdRange> Left)> ReadAsync(
        IdRange range, bool report, CancellationToken cancellationToken)
    {
        Filter? within = Within(range);
        ModelPage<T> page = await SendAsync(within, report, cancellationToken).ConfigureAwait(false);
        string[] ids = [.. calls.IdsOf(page)];
        string[] known = [.. ids.Where(static id => id.Length > 0)];
        if (!known.All(range.Contains)) return (new IdRangePage<T>(range, null), []);
        if (!page.More) return (Complete(range, page), []);
        if (page.Received == 0) throw ReadingProgress.Stalled(Reading);

        long? total = page.Total > page.Received ? page.Total : null;
        if (page.Total is null && within is null) total = await CountAsync(cancellationToken).ConfigureAwait(false);
        if (total is { } all && all * 100 <= (long)page.Received * FinishPercent && known.Length == ids.Length
            && _hasNotIn != false && ids.Length <= ObjectCalls<T>.IdsPerRequest)
        {
            ModelPage<T>? rest = await RestAsync(range, within, known, all, report, cancellationToken).ConfigureAwait(false);
            if (rest is not null) return (Complete(range, Joined(page, rest)), []);
        }
        return (null, Cut(range, known, page.Received, total ?? 2L * page.Received));
    }

    private string Reading => $"The list of {calls.Model} by ranges of ids";

    private Filter? Within(IdRange range)
    {
        var within = range.ToFilter(afterId);
        return filter is null ? within : within is null ? filter : within & filter;
    }

    private Task<ModelPage<T>> SendAsync(Filter? within, bool report, CancellationToken cancellationToken)
        => _limit.SendAsync(
            calls.PageSize, size => calls.SendPageAsync(calls.PageRequest(within, size, total: true), cancellationToken, report));

    private IdRangePage<T> Complete(IdRange range, ModelPage<T> page)
    {
        lock (_lock)
        {
            if (page.Received > 0) _cutsInARow = 0;
            if (page.Received * SparseDivisor < _perPage) _joined = Math.Min(_joined * 2, int.MaxValue / 2);
        }
        return new IdRangePage<T>(range, page);
    }

    private List<IdRange> Cut(IdRange range, string[] ids, int received, long total)
    {
        lock (_lock)
        {
            _perPage = received;
            _joined = Math.Max(1, _joined / 2);
            if (++_cutsInARow > MostCutsInARow) throw ReadingProgress.Stalled(Reading);
        }
        return IdRangeCuts.Cut(range, ids, received, total) ?? throw new UnreadableResponseException(
            $"The list of {calls.Model} failed: the server returned more objects with the same id than a page can contain.");
    }

    // The list call has not returned a total. The count only saves requests, so it need not succeed.
    private async Task<long?> CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ObjectCounter.CountAsync(calls, QuerySpec.Everything, cancellationToken).ConfigureAwait(false);
        }
        catch (JourneyApiException)
        {
            return null;
        }
    }

    /// <summary>Reads what a range has in addition to the objects received.</summary>
    /// <returns>The rest; null if it is not certain that this is all.</returns>
    private async Task<ModelPage<T>?> RestAsync(
        IdRange range, Filter? within, string[] ids, long total, bool report, CancellationToken cancellationToken)
    {
        Filter others = ObjectCalls<T>.NotAmong(ids);
        ModelPage<T> rest;
        try
        {
            rest = await SendAsync(within is null ? others : within & others, report, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidRequestException) when (_hasNotIn != true)
        {
            _hasNotIn = false;
            return null;
        }
        string[] more = [.. calls.IdsOf(rest)];
        if (rest.More || !more.All(id => id.Length == 0 || range.Contains(id))) return null;
        if (more.Length == 0 || more.Intersect(ids, StringComparer.OrdinalIgnoreCase).Any())
        {
            // The server ignores the condition, or finds nothing with it.
            if (_hasNotIn != true || more.Length > 0) _hasNotIn = false;
            return null;
        }
        // Until the server has shown that it honors the condition, what is missing of the total is not attributed to concurrent deletes.
        if (_hasNotIn != true && ids.Length + more.Length < total - (total / 50)) return null;
        _hasNotIn = true;
        return rest;
    }

    private static ModelPage<T> Joined(ModelPage<T> page, ModelPage<T> rest)
        => new([.. page.Objects, .. rest.Objects], [.. page.Unreadable, .. rest.Unreadable], page.Total, false)
        {
            Bytes = page.Bytes + rest.Bytes,
        };
}
