namespace JourneyApps.Internal.Objects.Paging;

/// <summary>Pages of which the next one is requested while the current one is used.</summary>
/// <param name="pages">Reads the pages one after the other.</param>
internal sealed class ReadAheadPages<T>(Func<CancellationToken, IAsyncEnumerable<Page<T>>> pages) : IAsyncEnumerable<Page<T>>
    where T : class
{
    public IAsyncEnumerator<Page<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => new ReadAheadEnumerator<T>(pages, cancellationToken);
}
