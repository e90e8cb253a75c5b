namespace JourneyApps.Emulator.Oplog;

/// <summary>Assigns sequences like the platform's: seconds of Unix time above a counter of 32 bits. They keep rising across restarts, and a
/// double cannot hold them. Only the one writer calls it.</summary>
internal sealed class SequenceClock(TimeProvider time, long last)
{
    private long _last = last;

    public long Next()
    {
        // Sequences must not fall when the clock is set back.
        _last = Math.Max(_last + 1, time.GetUtcNow().ToUnixTimeSeconds() << 32);
        return _last;
    }
}
