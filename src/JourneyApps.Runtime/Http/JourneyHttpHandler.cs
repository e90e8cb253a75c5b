using JourneyApps.Http;

namespace JourneyApps;

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
}
