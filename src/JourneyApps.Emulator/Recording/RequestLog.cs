namespace JourneyApps.Emulator.Recording;

/// <summary>The requests received, in the order of their arrival.</summary>
internal sealed class RequestLog(int capacity)
{
    // A long run with large batches must not fill the memory of the process under test.
    private const long MaxBodyBytes = 256L << 20;

    private readonly object _lock = new();
    private readonly Queue<RequestRecording> _recordings = new();
    private long _bodyBytes;

    public RequestRecording Begin(ApiRequest request, string pathAndQuery, int bodyBytes)
    {
        RequestRecording recording = new(request, pathAndQuery, bodyBytes, kept => Interlocked.Add(ref _bodyBytes, kept));
        lock (_lock)
        {
            _recordings.Enqueue(recording);
            while (_recordings.Count > capacity || (_recordings.Count > 1 && Volatile.Read(ref _bodyBytes) > MaxBodyBytes))
            {
                Interlocked.Add(ref _bodyBytes, -_recordings.Dequeue().Drop());
            }
        }

        return recording;
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_lock) return [.. _recordings.Select(recording => recording.ToRequest())];
    }

    public void Clear()
    {
        lock (_lock)
        {
            foreach (RequestRecording recording in _recordings) Interlocked.Add(ref _bodyBytes, -recording.Drop());
            _recordings.Clear();
        }
    }
}
