namespace JourneyApps;

/// <summary>A clock that is moved by hand; timers are the system's.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long _ticks = DateTime.UnixEpoch.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public void Step(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
