using System.Text.Json;

namespace JourneyApps.Tool.Commands.Mcp;

/// <summary>The requests of a client that have no response yet. The server of the protocol stops with its input, also while it works on
/// requests that it has read; so its input ends only when nothing is pending.</summary>
internal sealed class PendingRequests
{
    private readonly object _lock = new();
    private readonly HashSet<string> _ids = [];
    private TaskCompletionSource? _answered;

    /// <summary>Notes a message of the client.</summary>
    public void Received(ReadOnlyMemory<byte> message) => Change(message, static (ids, root) =>
    {
        if (!root.TryGetProperty("method", out JsonElement method)) return;
        if (root.TryGetProperty("id", out JsonElement id)) ids.Add(id.GetRawText());
        // A request that is canceled has no response.
        else if (method.ValueEquals("notifications/cancelled"u8) && root.TryGetProperty("params", out JsonElement values)
            && values.ValueKind == JsonValueKind.Object && values.TryGetProperty("requestId", out id)) ids.Remove(id.GetRawText());
    });

    /// <summary>Notes a message of the server.</summary>
    public void Sent(ReadOnlyMemory<byte> message) => Change(message, static (ids, root) =>
    {
        if (!root.TryGetProperty("method", out _) && root.TryGetProperty("id", out JsonElement id)) ids.Remove(id.GetRawText());
    });

    /// <summary>Waits until each request has a response, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Task answered;
        lock (_lock)
        {
            if (_ids.Count == 0) return;
            _answered ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            answered = _answered.Task;
        }

        await Task.WhenAny(answered, Task.Delay(limit, cancellationToken));
    }

    private void Change(ReadOnlyMemory<byte> message, Action<HashSet<string>, JsonElement> change)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return;
            lock (_lock)
            {
                change(_ids, document.RootElement);
                if (_ids.Count == 0) _answered?.TrySetResult();
            }
        }
        catch (JsonException)
        {
            // The server responds to what is not JSON, without an id.
        }
    }
}
