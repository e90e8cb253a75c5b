using System.Globalization;

namespace JourneyApps.Emulator.Http;

/// <summary>The header <c>Host</c>. A page of another site can reach this machine by a name that resolves to it (DNS rebinding);
/// the name in the header shows this.</summary>
internal static class HostHeader
{
    /// <summary>Whether a host, with or without a port, is one of the names of this machine.</summary>
    public static bool IsLocal(string? host) => NameOf(host) is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>The name without the port, in lower case; <see langword="null"/> if the header is absent or malformed.</summary>
    public static string? NameOf(string? host)
    {
        if (host is null) return null;
        int colon = host.LastIndexOf(':');
        string name = host;
        if (colon > host.LastIndexOf(']'))
        {
            if (!ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
            name = host[..colon];
        }

        return name.ToLowerInvariant();
    }
}
