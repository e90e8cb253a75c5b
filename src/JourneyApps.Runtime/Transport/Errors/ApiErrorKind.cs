namespace JourneyApps;

/// <summary>The kind of a failure that does not have its own exception type (<see cref="JourneyApiException.Kind"/>). New values can be
/// added in later versions.</summary>
public enum ApiErrorKind
{
    /// <summary>The type of the exception states the kind of the failure.</summary>
    Other,

    /// <summary>The server could not be reached, or the connection was lost. <see cref="JourneyApiException.Outcome"/> is
    /// <see cref="WriteOutcome.NotApplied"/> if the request was certainly not sent, for example because the server's certificate is not
    /// trusted.</summary>
    Connection,

    /// <summary>The server or a gateway failed (5xx). It is unknown whether a write was applied.</summary>
    ServerError,

    /// <summary>The deployment in the base address does not exist (404 <c>ACCOUNT_NOT_FOUND</c>).</summary>
    DeploymentNotFound,

    /// <summary>The server does not know the call or the model (404 <c>ROUTE_ERROR</c>, or a 404 without a type, which a wrong base address
    /// can cause).</summary>
    RouteNotFound,

    /// <summary>The API responded with a redirect. It is not followed, because a write would become a read and seem to succeed. The message
    /// names the target host.</summary>
    Redirect,

    /// <summary>A file cannot be downloaded because the field is empty, a device has not uploaded the file yet, or the file is lost or not
    /// trusted.</summary>
    FileUnavailable,

    /// <summary>The URL of a file, or the target of a redirect, does not use https, is on a host outside the API's domain that is not in
    /// <see cref="JourneyAppOptions.AllowedMediaHosts"/>, or resolves to a private address. No request was sent to it.</summary>
    UrlRefused,

    /// <summary>The server responded with a status that the API does not use here, such as 101 or an unasked 304.</summary>
    UnexpectedStatus,

    /// <summary>The client was disposed before or during the call.</summary>
    ClientDisposed,
}
