namespace JourneyApps;

/// <summary>A clock that stands still until it is moved; timers run when it passes them.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<Entry> _entries = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When set, a timer that somebody waits for moves the clock to itself at once: delays cost no real time.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Only timers up to this length make the clock run by itself; longer ones are limits, not waits.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(29);

    /// <summary>All lengths for which a timer was set.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var entry = new Entry(this, () => callback(state));
        entry.Change(dueTime, period);
        return entry;
    }

    public void Advance(TimeSpan by)
    {
        List<Entry> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _entries.Where(entry => entry.Due <= _now)];
            foreach (Entry entry in due) _entries.Remove(entry);
        }
        foreach (Entry entry in due) entry.Run();
    }

    /// <summary>How many timers are set.</summary>
    public int Pending
    {
        get { lock (_lock) return _entries.Count; }
    }

    private sealed class Entry(ManualTime time, Action run) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._entries.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = time._now + dueTime;
                time._entries.Add(this);
                time.Waits.Add(dueTime);
            }
            if (time.RunsByItself && dueTime <= time.LongestWait) ThreadPool.QueueUserWorkItem(_ => time.Advance(dueTime));
            return true;
        }

        public void Dispose()
        {
            lock (time._lock) time._entries.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
