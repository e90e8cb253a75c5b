namespace JourneyApps;

/// <summary>The error object of the API, for a request or for one operation of a batch.</summary>
/// <param name="Type">The machine-readable type, such as <see cref="InvalidValue"/>; null if the server did not send one (plain text, HTML,
/// empty body). The constants are the documented types; the platform can add types at any time.</param>
/// <param name="Title">A short description; null if absent.</param>
/// <param name="Detail">A detailed description of the error. It can quote the user's data, so do not write it to logs. Null if
/// absent.</param>
/// <param name="See">A link to the platform's documentation. Do not parse it. Null if absent.</param>
public sealed record ApiError(string? Type, string? Title = null, string? Detail = null, string? See = null)
{
    /// <summary>The credentials are wrong or missing (401).</summary>
    public const string AuthenticationFailed = "AUTHENTICATION_FAILED";

    /// <summary>The deployment with the id in the base address does not exist (404).</summary>
    public const string AccountNotFound = "ACCOUNT_NOT_FOUND";

    /// <summary>The server does not support the call (404).</summary>
    public const string RouteError = "ROUTE_ERROR";

    /// <summary>There is no object with this id (404).</summary>
    public const string ObjectNotFound = "OBJECT_NOT_FOUND";

    /// <summary>The JSON is malformed or a parameter is missing (400).</summary>
    public const string InvalidApiRequest = "INVALID_API_REQUEST";

    /// <summary>The field does not allow the value (422).</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>The rate limit was exceeded (429).</summary>
    public const string TooManyRequests = "TOO_MANY_REQUESTS";

    /// <summary>An internal error of the server (500).</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>The type and title only. It can be written to logs, because the detail is omitted.</summary>
    public override string ToString() => Title is null ? Type ?? "unknown error" : $"{Type ?? "error"}: {Title}";
}
