using JourneyApps.Http;

namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>Decides when a request can be sent. A token bucket keeps below the deployment's limit. After a 429, all requests wait, because
/// the limit is the deployment's, and the bucket starts again empty with half of its rate, which grows back with each response. The rate
/// is halved instead of the concurrency, because two processes then find their shares: 6 instead of 835 refusals in ten minutes when it
/// was simulated.</summary>
/// <param name="limit">The bucket; null for none.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim without a wait handle holds nothing to dispose.")]
internal sealed class RequestThrottle(RequestRateLimit? limit, TimeProvider time)
{
    private const double RateGrowth = 0.002;

    // A millionth of a token that is missing because times are rounded does not need a timer.
    private const double Rounding = 1e-6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly object _lock = new();
    private readonly double _lowestRate = Math.Min(1, (limit?.RequestsPerSecond ?? 0) / 20);

    // The bucket serves requests in their order of arrival.
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private double _tokens = limit?.Burst ?? 0;
    private double _rate = limit?.RequestsPerSecond ?? 0;
    private long _filledAt = time.GetTimestamp();

    // After a 429.
    private long _opensAt;
    private TimeSpan _nextWait = FirstWait;

    /// <summary>The limit that the bucket keeps; null for none.</summary>
    internal RequestRateLimit? Limit => limit;

    /// <summary>How long requests wait because of a 429; zero if they do not.</summary>
    internal TimeSpan ClosedFor
    {
        get
        {
            lock (_lock) return Closed(time.GetTimestamp());
        }
    }

    /// <summary>How long a request that arrives now waits for the bucket.</summary>
    internal TimeSpan BucketWait
    {
        get
        {
            lock (_lock) return limit is null ? TimeSpan.Zero : Missing(_waiting + 1, time.GetTimestamp());
        }
    }

    /// <summary>Waits until a request can be sent.</summary>
    /// <param name="latest">The time by which it has to be sent; null for any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The moment at which it can be sent; null, without waiting, if that is too late for the caller.</returns>
    internal async ValueTask<long?> EnterAsync(DateTimeOffset? latest, CancellationToken cancellationToken)
    {
        while (true)
        {
            bool isOpen;
            TimeSpan wait;
            // The lock is entered again by the same thread, so nothing happens between the decision and the place in the queue.
            lock (_lock)
            {
                if (TryEnter(out long now, out wait)) return now;
                if (latest is { } end && time.GetUtcNow() + wait >= end) return null;
                isOpen = Closed(now) == TimeSpan.Zero;
                if (isOpen) _waiting++;
            }
            if (!isOpen) await DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            else if (await TakeTurnAsync(cancellationToken).ConfigureAwait(false) is { } entered) return entered;
        }
    }

    /// <summary>Sends a request now, if it need not wait.</summary>
    /// <param name="entered">The moment at which it can be sent.</param>
    /// <param name="wait">Otherwise, how long it has to wait.</param>
    internal bool TryEnter(out long entered, out TimeSpan wait)
    {
        lock (_lock)
        {
            entered = time.GetTimestamp();
            wait = Closed(entered);
            if (wait > TimeSpan.Zero) return false;
            if (limit is null || (_waiting == 0 && TryTake(entered))) return true;
            wait = Missing(_waiting + 1, entered);
            return false;
        }
    }

    /// <summary>A request that was sent at that moment was refused with a 429.</summary>
    internal void Close(long entered, TimeSpan? retryAfter, TimeSpan maxRetryAfter)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            bool first = _opensAt == 0 || entered >= _opensAt;
            // Requests that were in progress together count as one refusal.
            TimeSpan wait = first ? _nextWait : FirstWait;
            if (first)
            {
                _nextWait = TimeSpan.FromTicks(Math.Min(_nextWait.Ticks * 2, LongestWait.Ticks));
                _rate = Math.Max(_lowestRate, _rate / 2);
            }
            _tokens = 0;
            _filledAt = now;
            if (retryAfter > wait) wait = retryAfter.Value;
            if (wait > maxRetryAfter) wait = maxRetryAfter;
            long opens = now + (long)(wait.TotalSeconds * time.TimestampFrequency);
            if (opens > _opensAt) _opensAt = opens;
        }
    }

    /// <summary>A request that was sent at that moment was not refused: the next refusal starts with the short wait again.</summary>
    internal void Passed(long entered)
    {
        lock (_lock)
        {
            if (entered >= _opensAt) _nextWait = FirstWait;
            if (limit is not null) _rate = Math.Min(limit.RequestsPerSecond, _rate + RateGrowth);
        }
    }

    /// <summary>Waits for the bucket, behind the requests that came before.</summary>
    /// <returns>The moment at which the request can be sent; null if the server refused another request in the meantime.</returns>
    private async ValueTask<long?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        bool hasTurn = false;
        try
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasTurn = true;
            while (true)
            {
                TimeSpan wait;
                lock (_lock)
                {
                    long now = time.GetTimestamp();
                    if (Closed(now) > TimeSpan.Zero) return null;
                    if (TryTake(now)) return now;
                    wait = Missing(1, now);
                }
                await DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (_lock) _waiting--;
            if (hasTurn) _turn.Release();
        }
    }

    private TimeSpan Closed(long now) => _opensAt == 0 || now >= _opensAt ? TimeSpan.Zero : time.GetElapsedTime(now, _opensAt);

    private bool TryTake(long now)
    {
        Fill(now);
        if (_tokens < 1 - Rounding) return false;
        _tokens = Math.Max(0, _tokens - 1);
        return true;
    }

    // How long it takes until there are so many tokens.
    private TimeSpan Missing(int tokens, long now)
    {
        Fill(now);
        double seconds = (tokens - _tokens) / _rate;
        return seconds <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
    }

    private void Fill(long now)
    {
        _tokens = Math.Min(limit!.Burst, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * _rate));
        _filledAt = now;
    }

    // Not zero: a remainder below the resolution of the timer would spin.
    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
        => Task.Delay(
            wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait < TimeLimit.Longest ? wait : TimeLimit.Longest,
            time,
            cancellationToken);
}
