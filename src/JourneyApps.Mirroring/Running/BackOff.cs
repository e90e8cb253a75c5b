namespace JourneyApps.Mirroring.Running;

/// <summary>Growing waits between attempts, with a random part, so that several workers do not come at once. The first one is about
/// 1 s.</summary>
/// <param name="longest">The longest wait, without its random part of up to a quarter.</param>
internal sealed class BackOff(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private TimeSpan _next = Shortest;

    /// <summary>How many attempts failed in a row.</summary>
    public int Attempts { get; private set; }

    public TimeSpan Next()
    {
        Attempts++;
#pragma warning disable CA5394 // The random part has nothing to do with security.
        TimeSpan wait = _next * (0.75 + (0.5 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
        _next = _next * 2 < longest ? _next * 2 : longest;
        return wait;
    }

    public void Reset() => (_next, Attempts) = (Shortest, 0);
}
