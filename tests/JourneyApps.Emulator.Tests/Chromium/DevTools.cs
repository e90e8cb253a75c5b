using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>A connection of the DevTools protocol: commands with their answers, and events.</summary>
internal sealed class DevTools : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _waiting = [];
    private int _lastId;

    /// <summary>The events so far, of all sessions.</summary>
    public ConcurrentQueue<JsonNode> Events { get; } = [];

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        DevTools devTools = new();
        await devTools._socket.ConnectAsync(address, CancellationToken.None);
        _ = Task.Run(devTools.ReceiveAsync);
        return devTools;
    }

    /// <summary>Sends a command; throws <see cref="DevToolsException"/> when the browser refuses it.</summary>
    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null, string? sessionId = null)
    {
        int id = Interlocked.Increment(ref _lastId);
        TaskCompletionSource<JsonNode> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        JsonObject command = new() { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (sessionId is not null) command["sessionId"] = sessionId;
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        JsonNode message = await answer.Task.WaitAsync(AnswerLimit);
        return message["error"] is { } error ? throw new DevToolsException($"{method}: {error.ToJsonString()}") : message["result"]!;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using MemoryStream message = new();
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, received.Count);
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close) break;
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The browser has gone; whoever still waits is told below.
        }

        foreach (TaskCompletionSource<JsonNode> waiting in _waiting.Values) waiting.TrySetException(new DevToolsException("The browser has gone."));
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is not { } id) Events.Enqueue(message);
        else if (_waiting.TryRemove(id.GetValue<int>(), out TaskCompletionSource<JsonNode>? waiting)) waiting.TrySetResult(message);
    }
}
