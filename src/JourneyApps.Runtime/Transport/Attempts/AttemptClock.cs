namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>The time limit of an attempt. It restarts with each transferred piece, and knows which limit elapsed.</summary>
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

    /// <summary>A piece was transferred: the limit starts again.</summary>
    public void Progress()
    {
        // A handler can still be sending when the attempt has ended (an early response).
        try
        {
            _expired.CancelAfter(_limit);
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Stops the limit while nothing is expected from the server.</summary>
    public void Pause() => _expired.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Begins another phase with its own limit.</summary>
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
