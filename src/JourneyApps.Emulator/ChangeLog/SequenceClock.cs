namespace JourneyApps.Emulator.ChangeLog;

/// <summary>
/// Gives sequences as the platform's look: seconds of Unix time above 32 bits of counter. So they keep rising across restarts, and no
/// double holds them. Called by the one writer only.
/// </summary>
internal sealed class SequenceClock(TimeProvider time, long last)
{
    private long _last = last;

    public long Next()
    {
        // A clock that was set back must not set sequences back.
        _last = Math.Max(_last + 1, time.GetUtcNow().ToUnixTimeSeconds() << 32);
        return _last;
    }
}
