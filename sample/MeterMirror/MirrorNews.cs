using JourneyApps.Mirroring;
namespace MeterMirror;

/// <summary>What the mirror did, for whoever waits for it.</summary>
internal sealed class MirrorNews : IProgress<MirrorProgress>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MirrorEvent, int> _counts = [];
    private TaskCompletionSource _upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often something happened.</summary>
    public int Count(MirrorEvent what)
    {
        lock (_lock) return _counts.GetValueOrDefault(what);
    }

    public void Report(MirrorProgress value)
    {
        lock (_lock)
        {
            _counts[value.Event] = _counts.GetValueOrDefault(value.Event) + 1;
            if (value.Event == MirrorEvent.UpToDate) _upToDate.TrySetResult();
        }
    }

    /// <summary>Waits until an answer of the log that was asked for from now on has no news.</summary>
    public async Task UpToDateAsync(CancellationToken cancellationToken)
    {
        // The answer under way may be older than this call; the one after it is not.
        for (int i = 0; i < 2; i++)
        {
            Task next;
            lock (_lock) next = (_upToDate = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            await next.WaitAsync(cancellationToken);
        }
    }
}
