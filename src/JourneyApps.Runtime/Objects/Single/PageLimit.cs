namespace JourneyApps.Internal.Objects.Single;

/// <summary>How many rows a request asks for. A response above <see cref="JourneyAppOptions.MaxResponseBytes"/> halves the number, down to
/// one; after some responses that fit it doubles again. Requests at the same time can share it.</summary>
/// <param name="most">The most rows of one request.</param>
internal sealed class PageLimit(int most)
{
    // Each attempt to grow can cost a response that is read up to the limit and thrown away.
    private const int FitsBeforeGrowing = 8;

    private readonly int _most = most;
    private int _current = most;
    private int _fits;

    /// <summary>The most rows that the next request asks for.</summary>
    internal int Current => _current;

    /// <summary>Sends a request, with fewer rows as long as the response is too large.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="wanted">How many rows are wanted.</param>
    /// <param name="send">Sends a request for a number of rows.</param>
    /// <exception cref="UnreadableResponseException">Also the response with a single row is too large.</exception>
    internal async Task<T> SendAsync<T>(int wanted, Func<int, Task<T>> send)
    {
        while (true)
        {
            int asked = Math.Min(wanted, _current);
            try
            {
                T response = await send(asked).ConfigureAwait(false);
                if (_current < _most && ++_fits >= FitsBeforeGrowing) SetTo(Math.Min(_most, _current * 2));
                return response;
            }
            catch (UnreadableResponseException fault) when (fault.IsTooLarge && asked > 1)
            {
                SetTo(asked / 2);
            }
        }
    }

    private void SetTo(int limit)
    {
        _current = limit;
        _fits = 0;
    }
}
