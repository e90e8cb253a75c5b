namespace JourneyApps.Emulator.Faults;

/// <summary>Random numbers for concurrent requests, the same for the same seed.</summary>
internal sealed class SeededRandom(int? seed)
{
    private readonly object _lock = new();
    private readonly Random _random = seed is { } value ? new Random(value) : new Random();

    public int Next(int maxValue)
    {
        lock (_lock) return _random.Next(maxValue);
    }

    public double NextDouble()
    {
        lock (_lock) return _random.NextDouble();
    }
}
