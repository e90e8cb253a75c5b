namespace JourneyApps;

/// <summary>The documented values of <see cref="ApiError.Type"/>. New ones may appear at any time.</summary>
public static class ApiErrorTypes
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
}
