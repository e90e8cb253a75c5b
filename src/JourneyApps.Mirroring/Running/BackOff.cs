namespace JourneyApps.Mirroring.Running;

/// <summary>Growing waits between attempts, with a random part, so that several workers do not come at once.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private TimeSpan _next = Shortest;

    /// <summary>How many attempts failed in a row.</summary>
    public int Attempts { get; private set; }

    public TimeSpan Next()
    {
        Attempts++;
#pragma warning disable CA5394 // The random part has nothing to do with security.
        TimeSpan wait = _next * (0.75 + (0.5 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return wait;
    }

    public void Reset() => (_next, Attempts) = (Shortest, 0);
}
