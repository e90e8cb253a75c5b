using JourneyApps.Mirroring;

namespace JourneyApps.Benchmarks.Mirroring;

/// <summary>How far the memory that is really held rises from the first step to any later one; looked at every hundred steps.</summary>
internal sealed class LiveGrowth : IProgress<DatabaseMirrorProgress>
{
    private int _steps;
    private long? _first;
    private long _most;

    public double MiB => _most / (double)(1 << 20);

    public void Report(DatabaseMirrorProgress value)
    {
        if (value.Event != DatabaseMirrorEvent.Stored || ++_steps % 100 != 1) return;
        long live = GC.GetTotalMemory(forceFullCollection: true);
        _first ??= live;
        _most = Math.Max(_most, live - _first.Value);
    }
}
