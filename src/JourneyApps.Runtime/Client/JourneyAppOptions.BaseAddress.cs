namespace JourneyApps;

/// <content>Base addresses. The "Manage API" page of the deployment's data browser shows the whole address; prefer that.</content>
public sealed partial class JourneyAppOptions
{
    /// <summary>Creates the base address of a deployment that was created after 31 January 2023:
    /// <c>https://{app}.backend.{region}.journeyapps.com/api/v4/{backend}</c>.</summary>
    /// <param name="appDeploymentId">The id in the host name, which differs from the id in the path.</param>
    /// <param name="regionCode">The region's code, such as <c>us</c>.</param>
    /// <param name="backendDeploymentId">The id in the path.</param>
    /// <exception cref="ArgumentException">A part contains a character other than letters, digits and hyphens.</exception>
    public static Uri BaseAddressOf(string appDeploymentId, string regionCode, string backendDeploymentId)
    {
        CheckPart(appDeploymentId, nameof(appDeploymentId));
        CheckPart(regionCode, nameof(regionCode));
        CheckPart(backendDeploymentId, nameof(backendDeploymentId));
        return new Uri($"https://{appDeploymentId}.backend.{regionCode}.journeyapps.com/api/v4/{backendDeploymentId}/");
    }

    /// <summary>Creates the base address of an older deployment:
    /// <c>https://run-{environment}-{region}.journeyapps.com/api/v4/{backend}</c>.</summary>
    /// <param name="backendDeploymentId">The id in the path.</param>
    /// <param name="regionCode"><c>us</c>, <c>eu</c>, <c>au</c>, or <c>za</c>, which has no part in the host name.</param>
    /// <param name="environment"><c>staging</c> or <c>testing</c>; null for production.</param>
    /// <exception cref="ArgumentException">The id contains a character other than letters, digits and hyphens, or a code is not one of the
    /// listed codes.</exception>
    public static Uri LegacyBaseAddressOf(string backendDeploymentId, string regionCode, string? environment = null)
    {
        CheckPart(backendDeploymentId, nameof(backendDeploymentId));
        string environmentPart = environment switch
        {
            null => "",
            "staging" or "testing" => $"-{environment}",
            _ => throw new ArgumentException(
                $"'{environment}' is not an environment; expected 'staging', 'testing' or null.", nameof(environment)),
        };
        string regionPart = regionCode switch
        {
            "us" or "eu" or "au" => $"-{regionCode}",
            "za" => "",
            _ => throw new ArgumentException(
                $"'{regionCode}' is not a region of older deployments; expected 'us', 'eu', 'au' or 'za'.", nameof(regionCode)),
        };
        return new Uri($"https://run{environmentPart}{regionPart}.journeyapps.com/api/v4/{backendDeploymentId}/");
    }

    /// <summary>Validates an address and makes it end in exactly one slash, so that relative paths append to it.</summary>
    /// <exception cref="ArgumentException">The address is relative, not https (or http on this machine), contains a user, a query or a
    /// fragment, or does not end in <c>/api/v4/{id}</c>.</exception>
    internal static Uri Normalize(Uri? address)
    {
        if (address is null)
            throw new ArgumentException(
                "The options must have a BaseAddress. Use the URL that the deployment's \"Manage API\" page shows.");
        if (!address.IsAbsoluteUri)
            throw new ArgumentException("The base address must be absolute, such as https://….journeyapps.com/api/v4/….");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new ArgumentException(
                "The base address must use https. Plain http is allowed only for the local machine (an emulator).");
        if (address.UserInfo.Length > 0)
            throw new ArgumentException("The base address must not contain a user or password; use JourneyCredential.Basic.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("The base address must not contain a query or a fragment.");
        if (address.AbsolutePath.TrimEnd('/').Split('/') is not [.., "api", "v4", { Length: > 0 } id] || !ApiNames.IsId(id))
        {
            throw new ArgumentException(
                $"The base address '{address}' must end in /api/v4/{{id}}: copy all of it from the deployment's \"Manage API\" page.");
        }
        return new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
    }

    private static void CheckPart(string part, string name)
    {
        ArgumentNullException.ThrowIfNull(part, name);
        if (!ApiNames.IsId(part) || part.Contains('_', StringComparison.Ordinal))
            throw new ArgumentException("Only letters, digits and hyphens are allowed.", name);
    }
}
