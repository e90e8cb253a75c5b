namespace JourneyApps.Emulator;

/// <summary>The faults to inject. The first fault that matches a request is applied. Safe for concurrent use.</summary>
public sealed class FaultPlan
{
    private readonly object _lock = new();
    private readonly List<PlannedFault> _faults = [];
    private readonly Random _random;
    private readonly TimeProvider _time;
    private TokenBucket? _bucket;
    private int _parked;

    internal FaultPlan(int? seed, TimeProvider time)
    {
        _random = seed is { } value ? new Random(value) : new Random();
        _time = time;
    }

    /// <summary>The number of requests that wait for a <see cref="Fault.Latency"/>; it tells when to advance a virtual clock.</summary>
    public int ParkedRequests => Volatile.Read(ref _parked);

    /// <summary>The number of faults that have not happened as often as planned; faults without a limit are not counted.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _faults.Count(fault => fault.Left is > 0);
        }
    }

    /// <summary>Adds a fault after those already planned.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock) _faults.Add(new PlannedFault(fault));
    }

    /// <summary>Responds with 429 <c>TOO_MANY_REQUESTS</c> when requests come faster than a token bucket fills. The platform allows about
    /// 20 per second and a burst of 1200.</summary>
    /// <param name="requestsPerSecond">The number of requests by which the bucket fills each second.</param>
    /// <param name="burst">The size of the bucket; it starts full.</param>
    public void LimitRate(double requestsPerSecond, int burst)
    {
        lock (_lock) _bucket = new TokenBucket(requestsPerSecond, burst, _time);
    }

    /// <summary>Removes all faults and the rate limit.</summary>
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

    private sealed class PlannedFault(Fault fault)
    {
        private int _skip = fault.Skip;

        public Fault Fault => fault;

        /// <summary>How many times it still happens; <see langword="null"/> for every time.</summary>
        public int? Left { get; private set; } = fault.Times;

        public bool TryTake(EmulatorRoute route, string model, Random random)
        {
            if (Left <= 0 || (fault.Route is { } wanted && wanted != route) || (fault.Model is { } name && name != model)) return false;
            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            if (fault.Probability < 1 && random.NextDouble() >= fault.Probability) return false;
            Left--;
            return true;
        }
    }

    /// <summary>The rate limit of the platform (rate-limits page): tokens that are refilled at a constant rate.</summary>
    private sealed class TokenBucket(double tokensPerSecond, int capacity, TimeProvider time)
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
}
