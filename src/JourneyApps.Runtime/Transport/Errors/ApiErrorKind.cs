namespace JourneyApps;

/// <summary>What failed, for failures without an exception type of their own (<see cref="JourneyApiException.Kind"/>). New values may be
/// added.</summary>
public enum ApiErrorKind
{
    /// <summary>The exception's type says what failed.</summary>
    Other,

    /// <summary>The server could not be reached, or the connection broke. <see cref="JourneyApiException.Outcome"/> is
    /// <see cref="WriteOutcome.NotApplied"/> when the request was certainly not sent.</summary>
    Connection,

    /// <summary>The server or a gateway failed (5xx). Whether a write was applied is unknown.</summary>
    ServerError,

    /// <summary>The deployment in the base address does not exist (404 <c>ACCOUNT_NOT_FOUND</c>).</summary>
    DeploymentNotFound,

    /// <summary>The server does not know the call or the model (404 <c>ROUTE_ERROR</c>, or a 404 without a type, as from a wrong base
    /// address).</summary>
    RouteNotFound,

    /// <summary>The API responded with a redirect. It is not followed, because a write would turn into a read and look successful; the
    /// message names the host.</summary>
    Redirect,

    /// <summary>A file cannot be downloaded: the field is empty, the file is still on the device that took it, or it is lost or not
    /// trusted.</summary>
    FileUnavailable,

    /// <summary>The URL of a file, or a redirect from one, is not https, is on a host outside the API's domain that
    /// <see cref="JourneyAppOptions.AllowedMediaHosts"/> does not name, or leads to a private address. Nothing was sent there.</summary>
    UrlRefused,
}
