using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Http;

/// <summary>The library's own innermost handler, for those who build their <see cref="HttpClient"/> themselves (a factory, a pool).</summary>
public static class JourneyHttpHandler
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A handler that follows no redirects (a POST answered 302 would become a GET and look successful), keeps no cookies, unpacks compressed answers and
    /// renews its connections every 5 minutes.
    /// </summary>
    /// <param name="connectTimeout">The time to connect; null for 15 s.</param>
    /// <returns>A new handler, which is the caller's.</returns>
    public static SocketsHttpHandler Create(TimeSpan? connectTimeout = null) => HttpClients.CreateHandler(connectTimeout ?? DefaultConnectTimeout);

    /// <summary>
    /// A handler for media files, for <see cref="JourneyAppOptions.MediaHttpClientProvider"/>: like the other one, but it unpacks nothing, and it connects to
    /// no private address, whatever a name in an object's URL leads to. Handlers of one's own have to see to that themselves.
    /// </summary>
    /// <param name="baseAddress">The API's address: when it is on this machine (an emulator), files may be, too. Null for an address elsewhere.</param>
    /// <param name="connectTimeout">The time to connect; null for 15 s.</param>
    /// <returns>A new handler, which is the caller's.</returns>
    public static SocketsHttpHandler CreateForMedia(Uri? baseAddress = null, TimeSpan? connectTimeout = null)
        => HttpClients.CreateMediaHandler(baseAddress, connectTimeout ?? DefaultConnectTimeout);
}
