using System.Runtime;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>What a piece of work costs: the shortest of several times, and the smallest allocation.</summary>
internal sealed class Cost(Action work)
{
    /// <summary>The most memory that the garbage collector sets aside. Collections come in steps, so the time of work that allocates little
    /// more can double; up to this size the time is measured without them.</summary>
    private const double MostWithoutCollections = 200 * 1024 * 1024;

    public double Milliseconds { get; private set; } = double.MaxValue;

    public double Bytes { get; private set; } = double.MaxValue;

    public void Measure()
    {
        double expected = (Bytes * 1.25) + (1024 * 1024);
        bool isUndisturbed = expected < MostWithoutCollections && GC.TryStartNoGCRegion((long)expected);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        double started = ThreadClock.Milliseconds;
        work();
        double milliseconds = ThreadClock.Milliseconds - started;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        if (isUndisturbed && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        Milliseconds = Math.Min(Milliseconds, milliseconds);
        Bytes = Math.Min(Bytes, bytes);
    }
}
