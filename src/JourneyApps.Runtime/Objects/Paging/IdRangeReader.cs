using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads every object of a model by ranges of ids, in ascending order, with each range complete in one response. Positions in a
/// list are not used, so every object that exists during the whole enumeration is read exactly once, regardless of concurrent writes.
/// Reading by <c>skip</c> while another client deletes objects loses objects permanently (27 to 136 of 20,000 when it was
/// measured).</summary>
/// <typeparam name="T">The objects' class.</typeparam>
/// <param name="calls">The model.</param>
/// <param name="filter">The condition; null for none.</param>
/// <param name="from">Where to begin: everything below is left out. Zero for everything.</param>
/// <param name="afterId">Only ids above this one; null for all.</param>
internal sealed class IdRangeReader<T>(ObjectCalls<T> calls, Filter? filter, UInt128 from = default, string? afterId = null)
    where T : class
{
    // A range aims at this part of a page, so that uneven ids rarely overfill one; below the other the next range is twice as wide.
    private const int FullPercent = 75;
    private const int SparseDivisor = 3;

    // A total above this is not believed: it would make the first ranges so narrow that most of them are empty.
    private const long MostBelievedTotal = 1_000_000_000;

    private readonly PageLimit _limit = new(calls.PageSize);

    // How much of the 128 bits a range covers; zero for everything up to the end.
    private UInt128 _width;
    private bool _knowsTotal;

    /// <summary>Everything below was read.</summary>
    internal UInt128 Position { get; private set; } = from;

    /// <summary>Whether the last range was read.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Reads the next range.</summary>
    /// <param name="report">Whether the caller handles unreadable objects itself.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Its objects; null when the server does not compare ids ordinally. Ranges then prove nothing, and nothing that was read
    /// counts.</returns>
    /// <exception cref="UnreadableResponseException">More objects share one id than a page holds, or the server says that a range has more
    /// and returns nothing.</exception>
    internal async Task<ModelPage<T>?> NextAsync(bool report, CancellationToken cancellationToken)
    {
        while (true)
        {
            IdRange range = Range();
            if (afterId is not null && range.ToId is { } end && string.CompareOrdinal(end, afterId) <= 0)
            {
                Advance(range, isSparse: false);
                continue;
            }

            var within = range.ToFilter(afterId);
            if (filter is not null) within = within is null ? filter : within & filter;
            ModelPage<T> page = await _limit.SendAsync(
                calls.PageSize,
                size => calls.SendPageAsync(calls.PageRequest(within, size, total: !_knowsTotal), cancellationToken, report))
                .ConfigureAwait(false);
            IEnumerable<string> unreadable = page.Unreadable.Select(static row => row.Id).OfType<string>();
            if (!page.Objects.Select(calls.Codec.IdOf).Concat(unreadable).All(range.Contains)) return null;
            if (!page.More)
            {
                Advance(range, isSparse: page.Received * SparseDivisor < _limit.Current);
                return page;
            }
            if (page.Received == 0) throw ReadingProgress.Stalled($"The list of {calls.Model} by ranges of ids");
            Narrow(page.Total);
        }
    }

    private IdRange Range()
    {
        UInt128 to = unchecked(Position + _width);
        return new IdRange(Position == UInt128.Zero ? null : Position, _width == UInt128.Zero || to <= Position ? null : to);
    }

    private void Advance(IdRange range, bool isSparse)
    {
        if (range.To is not { } to)
        {
            IsDone = true;
            return;
        }
        Position = to;
        // A width beyond the end means: up to the end.
        if (isSparse) _width = _width >> 127 != UInt128.Zero ? UInt128.Zero : _width << 1;
    }

    private void Narrow(long? total)
    {
        if (_width == UInt128.One) throw new UnreadableResponseException(
            $"The list of {calls.Model} failed: the server returned more objects with the same id than a page can contain.");
        UInt128 rest = UInt128.MaxValue - Position;
        int size = _limit.Current;
        if (!_knowsTotal && total > size)
        {
            // The first answer says how many there are: the ranges are sized at once, instead of by halving through full pages.
            var parts = (UInt128)Math.Min(total.Value, MostBelievedTotal);
            _width = UInt128.Max(rest / parts * (UInt128)Math.Max(1, size * FullPercent / 100), UInt128.One);
        }
        else
        {
            _width = UInt128.Max((_width == UInt128.Zero ? rest : _width) >> 1, UInt128.One);
        }
        _knowsTotal = true;
    }
}
