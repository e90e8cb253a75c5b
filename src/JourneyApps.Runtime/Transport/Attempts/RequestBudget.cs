using JourneyApps.Http;

namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>A token bucket: allows a burst and then a steady rate. Requests are served in their order of arrival.</summary>
internal sealed class RequestBudget(RequestRateLimit limit, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly long _start = time.GetTimestamp();
    private double _tokens = limit.Burst;
    private double _filledAtSeconds;

    internal async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            double now = time.GetElapsedTime(_start).TotalSeconds;
            _tokens = Math.Min(limit.Burst, _tokens + ((now - _filledAtSeconds) * limit.RequestsPerSecond));
            _filledAtSeconds = now;
            // A count below zero reserves a place in the queue.
            _tokens -= 1;
            wait = _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / limit.RequestsPerSecond);
        }
        try
        {
            for (; wait > TimeSpan.Zero; wait -= TimeLimit.Longest)
                await Task.Delay(wait < TimeLimit.Longest ? wait : TimeLimit.Longest, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock) _tokens += 1;
            throw;
        }
    }
}
