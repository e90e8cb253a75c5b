using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Maps responses that are not a success to exceptions.</summary>
internal static class ResponseErrors
{
    /// <summary>The exception for a response of the API.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">The beginning of its body; null when empty.</param>
    /// <param name="time">The clock to which a <c>Retry-After</c> date is compared.</param>
    internal static JourneyApiException From(ApiRequest request, HttpResponseMessage response, string? body, TimeProvider time)
    {
        HttpStatusCode status = response.StatusCode;
        ApiError? error = ErrorBody.Read(body)
            ?? (status == HttpStatusCode.Unauthorized ? new ApiError(ApiError.AuthenticationFailed) : null);
        WriteOutcome outcome = OutcomeOf(status);
        bool transient = IsTemporary(status) && request.Body is not { CanReopen: false }
            && (request.Repeat == RepeatRule.Always || outcome == WriteOutcome.NotApplied);
        ErrorDetails details = new(outcome, transient, error, status, body, RetryAfter(response.Headers, time));
        string message = Message(request, status, error);
        return (status, error?.Type) switch
        {
            (HttpStatusCode.Unauthorized, _) => new AuthenticationFailedException(message, details),
            (HttpStatusCode.Forbidden, _) => new AccessDeniedException(message, details),
            (HttpStatusCode.TooManyRequests, _) => new TooManyRequestsException(message, details),
            ( >= HttpStatusCode.InternalServerError, _)
                => new JourneyApiException(message, details with { Kind = ApiErrorKind.ServerError }),
            ( < HttpStatusCode.BadRequest, _) => Redirect(request, status, response.Headers.Location),
            (_, ApiError.ObjectNotFound) => new ObjectNotFoundException(message, details),
            (_, ApiError.AccountNotFound) => new JourneyApiException(message, details with { Kind = ApiErrorKind.DeploymentNotFound }),
            (HttpStatusCode.NotFound, _) => new JourneyApiException(message, details with { Kind = ApiErrorKind.RouteNotFound }),
            _ => new InvalidRequestException(message, details),
        };
    }

    /// <summary>The exception for an operation that failed inside an accepted batch.</summary>
    internal static JourneyApiException FromOperation(string name, ApiError? error)
    {
        string message = error is null ? $"{name} failed, and the server did not say why." : $"{name} failed: {error}.";
        ErrorDetails details = new(Error: error);
        return error?.Type switch
        {
            ApiError.ObjectNotFound => new ObjectNotFoundException(message, details),
            ApiError.TooManyRequests => new TooManyRequestsException(message, details with { IsTransient = true }),
            ApiError.InternalServerError => new JourneyApiException(
                message, details with { Kind = ApiErrorKind.ServerError, Outcome = WriteOutcome.Unknown, IsTransient = true }),
            _ => new InvalidRequestException(message, details),
        };
    }

    /// <summary>How long the server asks to wait, as seconds or as a date; null when it does not.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    // 408: the server stopped waiting for the request, and may have received all of it.
    private static WriteOutcome OutcomeOf(HttpStatusCode status)
        => status >= HttpStatusCode.InternalServerError || status == HttpStatusCode.RequestTimeout
            ? WriteOutcome.Unknown
            : WriteOutcome.NotApplied;

    private static bool IsTemporary(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (status >= HttpStatusCode.InternalServerError
                && status is not (HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported));

    private static string Message(ApiRequest request, HttpStatusCode status, ApiError? error)
    {
        string answer = string.Create(CultureInfo.InvariantCulture, $"{request.Name} failed: the server answered {(int)status}");
        if (error is null)
        {
            return status == HttpStatusCode.NotFound
                ? $"{answer} without an error type, so this is not the API speaking. Is the base address right?"
                : $"{answer} without an error object.";
        }
        string see = error.Detail is null ? "" : " What exactly is in Detail.";
        return status == HttpStatusCode.Unauthorized
            ? $"{answer}: it does not accept the credential."
            : $"{answer} {error.ToString().TrimEnd('.')}.{see}";
    }

    private static JourneyApiException Redirect(ApiRequest request, HttpStatusCode status, Uri? location)
    {
        string target = location is null
            ? "nowhere"
            : location.IsAbsoluteUri ? $"the host {location.Host}" : "another path of the same host";
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Name} failed: the server answered {(int)status}, a redirect to {target}.")
            + " The API does not redirect; is the base address right?";
        return new JourneyApiException(message, new ErrorDetails(StatusCode: status, Kind: ApiErrorKind.Redirect));
    }
}
