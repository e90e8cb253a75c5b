namespace JourneyApps.Emulator.Errors;

/// <summary>The error types that the documentation names. Written here again on purpose, see <c>IsoTime</c>.</summary>
internal static class ApiErrorType
{
    public const string AccountNotFound = "ACCOUNT_NOT_FOUND";
    public const string RouteError = "ROUTE_ERROR";
    public const string ObjectNotFound = "OBJECT_NOT_FOUND";
    public const string InvalidApiRequest = "INVALID_API_REQUEST";
    public const string InvalidValue = "INVALID_VALUE";
    public const string TooManyRequests = "TOO_MANY_REQUESTS";
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
}
