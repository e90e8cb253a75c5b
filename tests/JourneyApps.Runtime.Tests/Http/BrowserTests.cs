using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>A browser has no sockets, and creating their handler throws there.</summary>
public sealed class BrowserTests
{
    [Fact]
    public void Without_sockets_the_handler_is_that_of_the_platform()
    {
        using HttpMessageHandler handler = HttpClients.ForPlatform(() => throw new PlatformNotSupportedException(), hasSockets: false);

        Assert.IsType<HttpClientHandler>(handler);
    }

    [Fact]
    public void With_sockets_the_handler_is_the_librarys_own()
    {
        using HttpMessageHandler handler = HttpClients.ForPlatform(() => HttpClients.CreateHandler(TimeSpan.FromSeconds(1)));

        Assert.IsType<SocketsHttpHandler>(handler);
    }
}
