using System.Runtime.ExceptionServices;

namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Reads ranges of ids with several requests at the same time, and returns them one by one. The lanes begin with the lowest
/// ranges. Responses that were not returned yet share a limit of memory: above it, one request at a time continues.</summary>
/// <param name="reader">Reads the ranges.</param>
/// <param name="count">The number of requests at the same time.</param>
/// <param name="isSorted">Whether ranges are returned in rising order; otherwise as they arrive.</param>
/// <param name="complete">Completes the objects of a range, such as by related objects; null for nothing.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class IdRangeLanes<T>(
    IdRangeReader<T> reader, int count, bool isSorted, Func<IReadOnlyList<T>, CancellationToken, Task>? complete,
    CancellationToken cancellationToken) : IAsyncDisposable
    where T : class
{
    private const long MostUnreadBytes = 64 * 1024 * 1024;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly List<Task<IdRangePage<T>?>> _lanes = [];
    private readonly List<IdRangePage<T>> _unread = [];
    private long _unreadBytes;
    private int _received;
    private ExceptionDispatchInfo? _failure;
    private string? _position;
    private bool _isEnding;

    /// <summary>Whether it is certain that the last range was returned.</summary>
    internal bool IsDone => _unread.Count == 0 && reader.IsDone(_received);

    /// <summary>Returns the next range; null after the last one.</summary>
    internal async Task<IdRangePage<T>?> NextAsync()
    {
        while (true)
        {
            Start();
            int ready = isSorted ? _unread.FindIndex(page => page.Range.From == _position || page.Page is null) : _unread.Count - 1;
            if (ready >= 0)
            {
                IdRangePage<T> next = _unread[ready];
                _unread.RemoveAt(ready);
                _unreadBytes -= next.Page?.Bytes ?? 0;
                _position = next.Range.To;
                return next;
            }
            if (_lanes.Count == 0)
            {
                _failure?.Throw();
                return null;
            }
            await FinishOneAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        // What they read, or why they failed, no longer matters.
        foreach (Task<IdRangePage<T>?> lane in _lanes) await ((Task)lane).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    // After a failure, what the other lanes read is returned before it is thrown.
    private async Task FinishOneAsync()
    {
        Task<IdRangePage<T>?> done = await Task.WhenAny(_lanes).ConfigureAwait(false);
        _lanes.Remove(done);
        try
        {
            if (await done.ConfigureAwait(false) is { } read)
            {
                _received++;
                _unread.Add(read);
                _unreadBytes += read.Page?.Bytes ?? 0;
                return;
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            _failure ??= ExceptionDispatchInfo.Capture(fault);
        }
        _isEnding = true;
    }

    // Where nothing can be returned, one lane always runs: it has the lowest range, which is needed next.
    private void Start()
    {
        while (!_isEnding && _lanes.Count < count && (_lanes.Count == 0 || _unreadBytes < MostUnreadBytes))
            _lanes.Add(ReadAsync());
    }

    private async Task<IdRangePage<T>?> ReadAsync()
    {
        IdRangePage<T>? read = await reader.NextAsync(report: false, _stop.Token).ConfigureAwait(false);
        if (complete is not null && read?.Page is { Objects.Count: > 0 } page)
            await complete(page.Objects, _stop.Token).ConfigureAwait(false);
        return read;
    }
}
