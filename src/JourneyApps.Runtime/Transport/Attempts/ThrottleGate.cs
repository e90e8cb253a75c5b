namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>Stops the whole client after a 429: the limit is the deployment's, so other requests would be refused too. The wait is at least
/// a second (the platform's advice), doubles while refusals repeat, and honours <c>Retry-After</c> up to a limit.</summary>
internal sealed class ThrottleGate(TimeProvider time, TimeSpan maxRetryAfter)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly object _lock = new();
    private long _opensAt;
    private TimeSpan _nextWait = FirstWait;

    /// <summary>How long the gate stays closed; zero when it is open.</summary>
    internal TimeSpan Wait
    {
        get
        {
            long now = time.GetTimestamp();
            lock (_lock) return _opensAt == 0 || now >= _opensAt ? TimeSpan.Zero : time.GetElapsedTime(now, _opensAt);
        }
    }

    /// <summary>Waits until the gate is open.</summary>
    /// <param name="latest">The time by which the caller has to go through; null for any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The moment at which the caller went through; null, without waiting, if the gate stays closed for longer than the caller
    /// can wait.</returns>
    internal async ValueTask<long?> EnterAsync(DateTimeOffset? latest, CancellationToken cancellationToken)
    {
        while (true)
        {
            long now = time.GetTimestamp();
            TimeSpan wait = Wait;
            if (wait == TimeSpan.Zero) return now;
            if (latest is { } end && time.GetUtcNow() + wait >= end) return null;
            // Not zero: a remainder below the resolution of the timer would spin.
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, time, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A request that entered at that moment was refused with a 429.</summary>
    internal void Close(long entered, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            bool first = _opensAt == 0 || entered >= _opensAt;
            // Requests that were in progress together count as one refusal.
            TimeSpan wait = first ? _nextWait : FirstWait;
            if (first) _nextWait = TimeSpan.FromTicks(Math.Min(_nextWait.Ticks * 2, LongestWait.Ticks));
            if (retryAfter > wait) wait = retryAfter.Value;
            if (wait > maxRetryAfter) wait = maxRetryAfter;
            long opens = now + (long)(wait.TotalSeconds * time.TimestampFrequency);
            if (opens > _opensAt) _opensAt = opens;
        }
    }

    /// <summary>A request that entered at that moment was not refused: the next refusal starts with the short wait again.</summary>
    internal void Passed(long entered)
    {
        lock (_lock)
        {
            if (entered >= _opensAt) _nextWait = FirstWait;
        }
    }
}
