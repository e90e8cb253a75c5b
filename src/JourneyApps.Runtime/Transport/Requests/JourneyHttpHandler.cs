namespace JourneyApps.Http;

/// <summary>Creates the library's innermost HTTP handler, for programs that create the <see cref="HttpClient"/> themselves (with a factory
/// or a pool).</summary>
public static class JourneyHttpHandler
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Creates a handler that does not follow redirects (a POST with a 302 response would become a GET and seem to succeed), does
    /// not store cookies, sends each request only once, decompresses responses, and renews its connections every 5 minutes.</summary>
    /// <param name="connectTimeout">The time limit for connecting; null for 15 s.</param>
    /// <returns>A new handler. The caller must dispose it.</returns>
    public static SocketsHttpHandler Create(TimeSpan? connectTimeout = null)
        => HttpClients.CreateHandler(connectTimeout ?? DefaultConnectTimeout);

    /// <summary>Creates a handler for media files, for <see cref="JourneyAppOptions.MediaHttpClientProvider"/>. Unlike the other handler,
    /// it does not decompress responses, and it does not connect to private addresses, even if the host name of a URL resolves to one. If
    /// you use your own handler, it must do the same.</summary>
    /// <param name="baseAddress">The API's address. If it is on the local machine (an emulator), files can be on the local machine too.
    /// Null if the API is on another machine.</param>
    /// <param name="connectTimeout">The time limit for connecting; null for 15 s.</param>
    /// <returns>A new handler. The caller must dispose it.</returns>
    public static SocketsHttpHandler CreateForMedia(Uri? baseAddress = null, TimeSpan? connectTimeout = null)
        => HttpClients.CreateMediaHandler(baseAddress, connectTimeout ?? DefaultConnectTimeout);
}
