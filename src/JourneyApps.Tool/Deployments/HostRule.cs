namespace JourneyApps.Tool.Deployments;

/// <summary>Restricts the hosts that receive the token to journeyapps.com, this machine, and hosts that the user names. A base URL can come
/// from a file that someone else wrote; without this rule that file could direct the token anywhere.</summary>
internal static class HostRule
{
    private const string PlatformDomain = "journeyapps.com";

    /// <summary>Throws when the token must not be sent to the host of the address.</summary>
    /// <exception cref="ToolException">The host is not allowed.</exception>
    public static void Check(Uri address, IReadOnlyCollection<string> allowedHosts)
    {
        if (Allows(address, allowedHosts)) return;
        throw new ToolException(
            $"the token is not sent to '{address.Host}', which is not a host of {PlatformDomain}. "
            + $"To allow it, add --allow-host {address.Host}.",
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
