using System.Net;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>The <see cref="HttpClient"/>s of a client: injected, from a factory, around an injected handler, or the library's
/// own.</summary>
internal sealed class HttpClients : IDisposable
{
    private readonly Func<HttpClient> _api;
    private readonly Func<HttpClient> _media;
    private readonly List<HttpClient> _owned = [];
    private volatile bool _isDisposed;

    internal HttpClients(ClientSettings settings, HttpClient? injected)
    {
        _api = injected is not null
            ? () => injected
            : settings.HttpClientProvider ?? Own(settings.Handler, () => ForPlatform(() => CreateHandler(settings.ConnectTimeout)));
        _media = settings.MediaHttpClientProvider
            ?? Own(settings.Handler, () => ForPlatform(() => CreateMediaHandler(settings.BaseAddress, settings.ConnectTimeout)));
    }

    /// <summary>Whether the client was disposed, which also ends requests in progress.</summary>
    internal bool IsDisposed => _isDisposed;

    /// <summary>A client for calls of the API.</summary>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    internal HttpClient Api() => Open(_api);

    /// <summary>A client for media files, which are requested without credentials.</summary>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    internal HttpClient Media() => Open(_media);

    /// <summary>A handler, or that of the browser: WebAssembly has no sockets, and the browser itself decompresses, stores cookies,
    /// connects and refuses addresses.</summary>
    internal static HttpMessageHandler ForPlatform(Func<SocketsHttpHandler> create, bool? hasSockets = null)
        => hasSockets ?? SocketsHttpHandler.IsSupported ? create() : new HttpClientHandler();

    /// <summary>The library's own handler. It does not follow redirects (a POST with a 302 response would become a GET and look
    /// successful), does not keep cookies, renews connections so that DNS changes take effect, and sends each request once.</summary>
    internal static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = connectTimeout,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        PlaintextStreamFilter = static (context, _) => new ValueTask<Stream>(new SingleSendStream(context.PlaintextStream)),
    };

    /// <summary>The same for files, which are not decompressed. Their URLs are data, so connections to private addresses are
    /// refused.</summary>
    internal static SocketsHttpHandler CreateMediaHandler(Uri? baseAddress, TimeSpan connectTimeout)
    {
        bool allowLoopback = baseAddress is { IsAbsoluteUri: true, IsLoopback: true };
        SocketsHttpHandler handler = CreateHandler(connectTimeout);
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.ConnectCallback = (context, cancellationToken) => PublicAddress.ConnectAsync(context, allowLoopback, cancellationToken);
        return handler;
    }

    public void Dispose()
    {
        _isDisposed = true;
        lock (_owned)
        {
            foreach (HttpClient client in _owned) client.Dispose();
        }
    }

    private HttpClient Open(Func<HttpClient> get)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return get();
    }

    private Func<HttpClient> Own(HttpMessageHandler? injected, Func<HttpMessageHandler> create)
    {
        HttpClient? client = null;
        return () =>
        {
            if (client is { } made) return made;
            lock (_owned)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                if (client is not null) return client;
                // The time limits are applied above HttpClient, so that an injected handler behaves the same.
                client = new HttpClient(injected ?? create(), disposeHandler: injected is null) { Timeout = Timeout.InfiniteTimeSpan };
                _owned.Add(client);
                return client;
            }
        };
    }
}
