namespace JourneyApps.Benchmarks.Transfers;

/// <summary>How far the memory that is really held rises from the first request of a batch to any later one; looked at every ten requests.</summary>
internal sealed class LiveMemory : IProgress<BatchProgress>
{
    private long? _first;

    public long GrowthBytes { get; private set; }

    public void Report(BatchProgress value)
    {
        if (value.Requests % 10 != 1) return;
        long live = GC.GetTotalMemory(forceFullCollection: true);
        _first ??= live;
        GrowthBytes = Math.Max(GrowthBytes, live - _first.Value);
    }
}
