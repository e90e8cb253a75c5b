namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Requests the next page while the current one is used. It begins when half of the first page is used, or with the second page,
/// so an enumeration that ends within its first page requests nothing more.</summary>
/// <param name="pages">Reads the pages one after the other; with the token, it ends.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class ReadAheadEnumerator<T>(Func<CancellationToken, IAsyncEnumerable<Page<T>>> pages, CancellationToken cancellationToken)
    : IAsyncEnumerator<Page<T>>, IReadAhead
    where T : class
{
    // Two pages above this size are not held in memory at the same time.
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private IAsyncEnumerator<Page<T>>? _pages;
    private Task<bool>? _next;
    private Page<T>? _current;
    private bool _isFirst = true;

    public Page<T> Current => _current!;

    public async ValueTask<bool> MoveNextAsync()
    {
        // The next page may have arrived before.
        cancellationToken.ThrowIfCancellationRequested();
        _pages ??= pages(_stop.Token).GetAsyncEnumerator(_stop.Token);
        ValueTask<bool> next = _next is { } ahead ? new ValueTask<bool>(ahead) : _pages.MoveNextAsync();
        _next = null;
        bool hasNext;
        try
        {
            hasNext = await next.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        if (!hasNext) return false;
        _current = _pages.Current;
        if (!_isFirst) Begin();
        _isFirst = false;
        return true;
    }

    public void Begin()
    {
        if (_next is null && _pages is not null && _current is { Bytes: <= MostBytes }) _next = _pages.MoveNextAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        // The page is not needed, and neither is the reason why it failed.
        if (_next is { } ahead) await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_pages is not null) await _pages.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }
}
