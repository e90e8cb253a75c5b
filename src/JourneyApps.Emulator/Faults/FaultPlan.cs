using JourneyApps.Emulator.Hosting;

namespace JourneyApps.Emulator;

/// <summary>What is to go wrong. The first fault that matches a request takes it. Safe for concurrent use.</summary>
public sealed class FaultPlan
{
    private readonly object _lock = new();
    private readonly List<PlannedFault> _faults = [];
    private readonly SeededRandom _random;
    private readonly TimeProvider _time;
    private TokenBucket? _bucket;
    private int _parked;

    internal FaultPlan(SeededRandom random, TimeProvider time)
    {
        _random = random;
        _time = time;
    }

    /// <summary>How many requests are waiting now because of a <see cref="Fault.Latency"/>. With virtual time: when to advance the clock.</summary>
    public int ParkedRequests => Volatile.Read(ref _parked);

    /// <summary>How many planned faults have not happened as often as they should; those without end are not counted.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _faults.Count(fault => fault.Left is > 0);
        }
    }

    /// <summary>Plans a fault behind those already planned.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock) _faults.Add(new PlannedFault(fault));
    }

    /// <summary>
    /// Answers 429 <c>TOO_MANY_REQUESTS</c> once requests come faster than a token bucket fills; the platform's figures are about 20 per
    /// second and a burst of 1200.
    /// </summary>
    /// <param name="requestsPerSecond">How fast the bucket fills.</param>
    /// <param name="burst">How much it holds; it starts full.</param>
    public void LimitRate(double requestsPerSecond, int burst)
    {
        lock (_lock) _bucket = new TokenBucket(requestsPerSecond, burst, _time);
    }

    /// <summary>Plans nothing any more, and lifts the rate limit.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
            _bucket = null;
        }
    }

    internal Fault? Take(EmulatorRoute route, string model)
    {
        lock (_lock)
        {
            foreach (PlannedFault planned in _faults)
            {
                if (planned.TryTake(route, model, _random)) return planned.Fault;
            }

            return null;
        }
    }

    internal bool ExceedsRate()
    {
        lock (_lock) return _bucket is not null && !_bucket.TryTake();
    }

    internal async Task WaitAsync(TimeSpan latency, CancellationToken cancellationToken)
    {
        if (latency == TimeSpan.Zero) return;
        Interlocked.Increment(ref _parked);
        try
        {
            await Task.Delay(latency, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _parked);
        }
    }
}
