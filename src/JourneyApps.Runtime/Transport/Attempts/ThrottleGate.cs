namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>Stops the whole client after a 429: the limit is the deployment's, so other requests would be refused too. The wait is at least
/// a second (the platform's advice), doubles while refusals repeat, and honours <c>Retry-After</c>.</summary>
internal sealed class ThrottleGate(TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly object _lock = new();
    private long _opensAt;
    private TimeSpan _nextWait = FirstWait;

    /// <summary>Waits until the gate is open. Returns the moment at which the caller went through.</summary>
    internal async ValueTask<long> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            long now = time.GetTimestamp();
            TimeSpan wait;
            lock (_lock)
            {
                if (_opensAt == 0 || now >= _opensAt) return now;
                wait = time.GetElapsedTime(now, _opensAt);
            }
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
