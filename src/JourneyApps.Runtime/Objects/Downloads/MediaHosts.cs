using System.Net;

namespace JourneyApps.Internal.Objects.Downloads;

/// <summary>Decides where files may be fetched from. URLs come from the data, and so from anybody who can write an object.</summary>
internal sealed class MediaHosts(Uri apiAddress, IReadOnlyCollection<string> allowed)
{
    private readonly string _domain = RegistrableDomain(apiAddress.IdnHost);

    /// <summary>Whether the API itself is on this machine (an emulator): then files are too, and plain http is all right.</summary>
    internal bool IsLocal => apiAddress.IsLoopback;

    /// <exception cref="JourneyApiException">Not from there (<see cref="ApiErrorKind.UrlRefused"/>).</exception>
    internal void Check(Uri url)
    {
        string host = url.IdnHost;
        bool isLocal = IsLocal && url.IsLoopback;
        if (url.Scheme != Uri.UriSchemeHttps && !(isLocal && url.Scheme == Uri.UriSchemeHttp))
            throw Refused($"The URL of a file at the host {host} does not use https, so the file was not downloaded.");
        if (url.UserInfo.Length > 0) throw Refused($"The URL of a file at the host {host} contains a user name, so it was not used.");
        if (!isLocal && IPAddress.TryParse(url.Host.Trim('[', ']'), out IPAddress? address) && !PublicAddress.Is(address))
            throw Refused("The URL of a file has a private address, so the file was not downloaded.");
        if (!isLocal && !IsBelow(host, _domain) && !allowed.Any(name => string.Equals(name, host, StringComparison.OrdinalIgnoreCase)))
        {
            throw Refused(
                $"The host {host} is outside the API's own domain, so the file was not downloaded. "
                + "If you trust the host, add it to JourneyAppOptions.AllowedMediaHosts.");
        }
    }

    /// <summary>The part of a host name that somebody registers: the last two labels, or three below suffixes such as <c>co.uk</c>. An IP
    /// address is its own.</summary>
    internal static string RegistrableDomain(string host)
    {
        if (IPAddress.TryParse(host, out _)) return host;
        string[] labels = host.Split('.');
        bool isCountrySuffix = labels is [.., { Length: <= 3 }, { Length: 2 }];
        int count = Math.Min(labels.Length, isCountrySuffix ? 3 : 2);
        return string.Join('.', labels[^count..]);
    }

    internal static JourneyApiException Refused(string message) => new(message) { Kind = ApiErrorKind.UrlRefused };

    private static bool IsBelow(string host, string domain)
        => string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
