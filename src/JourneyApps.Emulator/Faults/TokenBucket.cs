namespace JourneyApps.Emulator;

/// <summary>The platform's kind of rate limit (rate-limits page): tokens that come back at a steady pace.</summary>
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
