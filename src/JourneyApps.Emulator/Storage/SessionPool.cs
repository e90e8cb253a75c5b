using System.Collections.Concurrent;

namespace JourneyApps.Emulator.Storage;

/// <summary>Sessions that requests take one at a time, in the order in which they asked.</summary>
internal sealed class SessionPool(IReadOnlyList<DatabaseSession> sessions) : IAsyncDisposable
{
    private readonly ConcurrentBag<DatabaseSession> _free = [.. sessions];
    private readonly SemaphoreSlim _count = new(sessions.Count);

    public async Task<DatabaseSession> TakeAsync(CancellationToken cancellationToken)
    {
        await _count.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _free.TryTake(out DatabaseSession? session) ? session : throw new InvalidOperationException("The database is closed.");
    }

    public void Return(DatabaseSession session)
    {
        _free.Add(session);
        _count.Release();
    }

    /// <summary>Waits for each session to come back and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (DatabaseSession session in sessions)
        {
            await _count.WaitAsync().ConfigureAwait(false);
            session.Dispose();
        }

        _free.Clear();
        _count.Release(sessions.Count);
    }
}
