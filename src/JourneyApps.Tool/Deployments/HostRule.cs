using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>
/// Which hosts are sent a token: those of journeyapps.com, this machine, and those that the user names. A base URL can come from a file
/// that somebody else wrote; without this rule it could send the token anywhere.
/// </summary>
internal static class HostRule
{
    private const string PlatformDomain = "journeyapps.com";

    /// <summary>Refuses an address whose host may not get the token.</summary>
    /// <exception cref="ToolException">The host is none of the three.</exception>
    public static void Check(Uri address, IReadOnlyCollection<string> allowedHosts)
    {
        if (Allows(address, allowedHosts)) return;
        throw new ToolException(
            $"the token is not sent to '{address.Host}', which is no host of {PlatformDomain}. If it is yours, add --allow-host {address.Host}.",
            ExitCode.Usage);
    }

    public static bool Allows(Uri address, IReadOnlyCollection<string> allowedHosts)
    {
        string host = address.IdnHost;
        return address.IsLoopback
            || host.Equals(PlatformDomain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + PlatformDomain, StringComparison.OrdinalIgnoreCase)
            || allowedHosts.Any(allowed => host.Equals(allowed, StringComparison.OrdinalIgnoreCase));
    }
}
