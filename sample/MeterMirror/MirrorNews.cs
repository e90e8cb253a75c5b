using JourneyApps.Mirroring;

namespace MeterMirror;

/// <summary>Records the events of the mirror and waits for them.</summary>
internal sealed class MirrorNews : IProgress<DatabaseMirrorProgress>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MirrorEvent, int> _counts = [];
    private TaskCompletionSource _upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of times an event occurred.</summary>
    public int Count(MirrorEvent what)
    {
        lock (_lock) return _counts.GetValueOrDefault(what);
    }

    public void Report(DatabaseMirrorProgress value)
    {
        if (value.Reading is not { } reading) return;
        lock (_lock)
        {
            _counts[reading.Event] = _counts.GetValueOrDefault(reading.Event) + 1;
            if (reading.Event == MirrorEvent.UpToDate) _upToDate.TrySetResult();
        }
    }

    /// <summary>Waits for a response of the oplog that was requested after this call and has no entries.</summary>
    public async Task UpToDateAsync(CancellationToken cancellationToken)
    {
        // The response in progress can be older than this call; the next one is not.
        for (int i = 0; i < 2; i++)
        {
            Task next;
            lock (_lock) next = (_upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            await next.WaitAsync(cancellationToken);
        }
    }
}
