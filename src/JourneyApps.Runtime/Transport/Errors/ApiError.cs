namespace JourneyApps;

/// <summary>The error object of the API, for a request or for one operation of a batch.</summary>
/// <param name="Type">The machine-readable type, such as <see cref="InvalidValue"/>; null when the server gave none (plain text, HTML,
/// empty body). The constants are the documented ones; new ones may appear at any time.</param>
/// <param name="Title">A short text for people; null when absent.</param>
/// <param name="Detail">What exactly was wrong; quotes the user's data, so it belongs on screens and not into logs. Null when
/// absent.</param>
/// <param name="See">A link to the platform's documentation; never parse it. Null when absent.</param>
public sealed record ApiError(string? Type, string? Title = null, string? Detail = null, string? See = null)
{
    /// <summary>Bad or missing credentials (401).</summary>
    public const string AuthenticationFailed = "AUTHENTICATION_FAILED";

    /// <summary>The deployment id in the base address does not exist (404).</summary>
    public const string AccountNotFound = "ACCOUNT_NOT_FOUND";

    /// <summary>The server knows no such call (404).</summary>
    public const string RouteError = "ROUTE_ERROR";

    /// <summary>No object has this id (404).</summary>
    public const string ObjectNotFound = "OBJECT_NOT_FOUND";

    /// <summary>Malformed JSON or a missing parameter (400).</summary>
    public const string InvalidApiRequest = "INVALID_API_REQUEST";

    /// <summary>A value that the field does not allow (422).</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>The rate limit was exceeded (429).</summary>
    public const string TooManyRequests = "TOO_MANY_REQUESTS";

    /// <summary>A fault of the server (500).</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>The type and title only: safe for logs, because the detail quotes the user's data.</summary>
    public override string ToString() => Title is null ? Type ?? "unknown error" : $"{Type ?? "error"}: {Title}";
}
