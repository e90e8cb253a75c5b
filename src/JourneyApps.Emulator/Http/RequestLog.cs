namespace JourneyApps.Emulator.Http;

/// <summary>The requests received, in the order of their arrival.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly object _lock = new();
    private readonly Queue<RequestRecording> _recordings = new();

    public RequestRecording Begin(ApiRequest request, string pathAndQuery, int bodyBytes)
    {
        RequestRecording recording = new(request, pathAndQuery, bodyBytes);
        lock (_lock)
        {
            if (capacity > 0) _recordings.Enqueue(recording);
            while (_recordings.Count > capacity) _recordings.Dequeue();
        }

        return recording;
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_lock) return [.. _recordings.Select(recording => recording.ToRequest())];
    }

    public void Clear()
    {
        lock (_lock) _recordings.Clear();
    }
}
