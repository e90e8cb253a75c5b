namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>The time limit that runs during an attempt: it starts anew with everything that moves, and knows which limit it was when it ran out.</summary>
internal sealed class AttemptClock : IDisposable
{
    private readonly CancellationTokenSource _expired;
    private readonly CancellationTokenSource _linked;
    private TimeSpan _limit;

    public AttemptClock(TimeoutKind kind, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        Kind = kind;
        _limit = limit;
        _expired = new CancellationTokenSource(limit, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _expired.Token);
    }

    public TimeoutKind Kind { get; private set; }

    public CancellationToken Token => _linked.Token;

    public bool Expired => _expired.IsCancellationRequested;

    /// <summary>Something moved: the limit starts again.</summary>
    public void Progress()
    {
        // A handler may still be sending when the attempt is over (an early answer): nothing to measure then.
        try
        {
            _expired.CancelAfter(_limit);
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Nothing is awaited from the other side for a while.</summary>
    public void Pause() => _expired.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Another phase begins, with its own limit.</summary>
    public void Enter(TimeoutKind kind, TimeSpan limit)
    {
        Kind = kind;
        _limit = limit;
        Progress();
    }

    public void Dispose()
    {
        _linked.Dispose();
        _expired.Dispose();
    }
}
