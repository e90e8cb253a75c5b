namespace JourneyApps.Emulator.Errors;

/// <summary>An error of the API: the body of a response, or the outcome of one operation of a batch.</summary>
/// <param name="StatusCode">The status of a response with this error.</param>
/// <param name="Type">One of <see cref="ApiErrorType"/>, or an assumption.</param>
/// <param name="Title">The type as text.</param>
/// <param name="Detail">The details.</param>
internal sealed record ApiError(int StatusCode, string Type, string Title, string Detail)
{
    private const string SeeBase = "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#";

    public static ApiError TooManyRequests { get; } =
        new(429, ApiErrorType.TooManyRequests, "Too many requests.", "Rate limit exceeded, try again later.");

    public static ApiError Internal { get; } =
        new(500, ApiErrorType.InternalServerError, "Oops! Something went wrong.", "An internal server error has occurred.");

    public static ApiError AccountNotFound(string id)
        => new(404, ApiErrorType.AccountNotFound, "Account not found.", $"No account found with ID: '{id}'");

    public static ApiError Route(string method, string path)
        => new(404, ApiErrorType.RouteError, "Route not found.", $"No route matches {method} '{path}'");

    public static ApiError UnknownModel(string model, string type)
        => new(404, type, "Route not found.", $"The data model has no model '{model}'");

    public static ApiError ObjectNotFound(string model, string id)
        => new(404, ApiErrorType.ObjectNotFound, "Object not found.", $"No {model} found with ID: '{id}'");

    public static ApiError InvalidRequest(string detail) => new(400, ApiErrorType.InvalidApiRequest, "Invalid API request.", detail);

    public static ApiError BodyTooLarge(long limitBytes)
        => new(413, ApiErrorType.InvalidApiRequest, "Invalid API request.", $"The body is larger than {limitBytes} bytes.");

    public static ApiError InvalidValue(string detail) => new(422, ApiErrorType.InvalidValue, "Invalid value specified.", detail);

    /// <summary>An error that a test injects.</summary>
    public static ApiError OfType(string type) => type switch
    {
        ApiErrorType.TooManyRequests => TooManyRequests,
        ApiErrorType.InternalServerError => Internal,
        _ => new(422, type, "Injected fault.", "Injected fault."),
    };

    /// <summary>The error in JSON form.</summary>
    public object Body => new { type = Type, title = Title, detail = JsonText.WellFormed(Detail), see = SeeBase + Type };
}
