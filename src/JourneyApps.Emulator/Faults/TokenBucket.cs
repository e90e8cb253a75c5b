namespace JourneyApps.Emulator.Faults;

/// <summary>The rate limit of the platform (rate-limits page): tokens that are refilled at a constant rate.</summary>
internal sealed class TokenBucket(double tokensPerSecond, int capacity, TimeProvider time)
{
    private double _tokens = capacity;
    private long _filledAt = time.GetTimestamp();

    public bool TryTake()
    {
        long now = time.GetTimestamp();
        _tokens = Math.Min(capacity, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * tokensPerSecond));
        _filledAt = now;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }
}
