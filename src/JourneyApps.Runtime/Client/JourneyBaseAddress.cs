using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// Builds and checks base addresses. The safest source is the "Manage API" page of the deployment's data browser, which shows the whole address.
/// </summary>
public static class JourneyBaseAddress
{
    /// <summary>The form of deployments created after 31 January 2023: <c>https://{app}.backend.{region}.journeyapps.com/api/v4/{backend}</c>.</summary>
    /// <param name="appDeploymentId">The id in the host name; another one than the id in the path.</param>
    /// <param name="regionCode">The region's code, such as <c>us</c>.</param>
    /// <param name="backendDeploymentId">The id in the path.</param>
    /// <exception cref="ArgumentException">A part holds something else than letters, digits and hyphens.</exception>
    public static Uri Current(string appDeploymentId, string regionCode, string backendDeploymentId)
    {
        CheckPart(appDeploymentId, nameof(appDeploymentId));
        CheckPart(regionCode, nameof(regionCode));
        CheckPart(backendDeploymentId, nameof(backendDeploymentId));
        return new Uri($"https://{appDeploymentId}.backend.{regionCode}.journeyapps.com/api/v4/{backendDeploymentId}/");
    }

    /// <summary>The form of older deployments: <c>https://run{environment}{region}.journeyapps.com/api/v4/{backend}</c>.</summary>
    /// <param name="backendDeploymentId">The id in the path.</param>
    /// <param name="region">The region.</param>
    /// <param name="environment">The environment.</param>
    /// <exception cref="ArgumentException">The id holds something else than letters, digits and hyphens.</exception>
    public static Uri Legacy(string backendDeploymentId, JourneyRegion region, JourneyEnvironment environment = JourneyEnvironment.Production)
    {
        CheckPart(backendDeploymentId, nameof(backendDeploymentId));
        string environmentPart = environment switch
        {
            JourneyEnvironment.Production => "",
            JourneyEnvironment.Staging => "-staging",
            JourneyEnvironment.Testing => "-testing",
            _ => throw new ArgumentOutOfRangeException(nameof(environment)),
        };
        string regionPart = region switch
        {
            JourneyRegion.UnitedStates => "-us",
            JourneyRegion.Europe => "-eu",
            JourneyRegion.Australia => "-au",
            JourneyRegion.SouthAfrica => "",
            _ => throw new ArgumentOutOfRangeException(nameof(region)),
        };
        return new Uri($"https://run{environmentPart}{regionPart}.journeyapps.com/api/v4/{backendDeploymentId}/");
    }

    /// <summary>Checks an address and makes it end in exactly one slash, so that relative paths append to it.</summary>
    /// <param name="address">An absolute address: https, or http on this machine only.</param>
    /// <exception cref="ArgumentException">The address is relative, not https, or holds a user, a query or a fragment.</exception>
    internal static Uri Normalize(Uri? address)
    {
        if (address is null)
            throw new ArgumentException("The options need a BaseAddress: the address that the deployment's \"Manage API\" page shows.");
        if (!address.IsAbsoluteUri)
            throw new ArgumentException("The base address must be absolute, such as https://….journeyapps.com/api/v4/….");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new ArgumentException("The base address must be https: the API demands it. Plain http works towards this machine only (an emulator).");
        if (address.UserInfo.Length > 0)
            throw new ArgumentException("The base address must not hold a user or password; use JourneyCredential.Basic.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("The base address must not hold a query or a fragment.");
        return new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
    }

    private static void CheckPart(string part, string name)
    {
        ArgumentNullException.ThrowIfNull(part, name);
        if (!ApiNames.IsId(part) || part.Contains('_', StringComparison.Ordinal))
            throw new ArgumentException("Only letters, digits and hyphens can stand here.", name);
    }
}
