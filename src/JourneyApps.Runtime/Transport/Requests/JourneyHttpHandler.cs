namespace JourneyApps.Http;

/// <summary>The library's innermost handler, for programs that create the <see cref="HttpClient"/> themselves (a factory, a
/// pool).</summary>
public static class JourneyHttpHandler
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>A handler that does not follow redirects (a POST with a 302 response would become a GET and look successful) or keep
    /// cookies, decompresses responses and renews its connections every 5 minutes.</summary>
    /// <param name="connectTimeout">The time to connect; null for 15 s.</param>
    /// <returns>A new handler, which the caller owns.</returns>
    public static SocketsHttpHandler Create(TimeSpan? connectTimeout = null)
        => HttpClients.CreateHandler(connectTimeout ?? DefaultConnectTimeout);

    /// <summary>A handler for media files, for <see cref="JourneyAppOptions.MediaHttpClientProvider"/>: like the other one, but it does not
    /// decompress, and it does not connect to private addresses, even if the host name of a URL resolves to one. A handler of your own has
    /// to do the same.</summary>
    /// <param name="baseAddress">The API's address: if it is on this machine (an emulator), files can be as well. Null for another
    /// machine.</param>
    /// <param name="connectTimeout">The time to connect; null for 15 s.</param>
    /// <returns>A new handler, which the caller owns.</returns>
    public static SocketsHttpHandler CreateForMedia(Uri? baseAddress = null, TimeSpan? connectTimeout = null)
        => HttpClients.CreateMediaHandler(baseAddress, connectTimeout ?? DefaultConnectTimeout);
}
