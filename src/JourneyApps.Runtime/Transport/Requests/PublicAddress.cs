using System.Net;
using System.Net.Sockets;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Distinguishes addresses of the public internet from those of this machine and of private networks.</summary>
internal static class PublicAddress
{
    // The prefixes that IANA lists as not globally reachable.
    private static readonly IPNetwork[] Private = Array.ConvertAll(
        (string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/3", "::/127", "64:ff9b::/96", "fc00::/7", "fe80::/10", "ff00::/8",
        ],
        IPNetwork.Parse);

    internal static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return !Private.Any(network => network.Contains(address));
    }

    /// <summary>Connects as a handler does, but not to private addresses, even if a name resolves to one. A proxy is configured by the
    /// caller and can have any address.</summary>
    internal static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, bool allowLoopback, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        bool isProxy = context.InitialRequestMessage.RequestUri is { } asked
            && !string.Equals(asked.IdnHost, target.Host, StringComparison.OrdinalIgnoreCase);
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] usable = [.. addresses.Where(address => isProxy || Is(address) || (allowLoopback && IPAddress.IsLoopback(address)))];
        if (usable.Length == 0)
        {
            throw new JourneyApiException($"The host {target.Host} resolves to private addresses only, so no request was sent to it.")
            { Kind = ApiErrorKind.UrlRefused };
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
