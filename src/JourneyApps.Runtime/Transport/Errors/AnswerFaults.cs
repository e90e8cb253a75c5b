using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Transport.Errors;

/// <summary>Turns an answer that is no success into the exception that says so.</summary>
internal static class AnswerFaults
{
    /// <summary>The exception for an answer of the API.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <param name="body">The beginning of its body; null when empty.</param>
    /// <param name="time">The clock against which a <c>Retry-After</c> date counts.</param>
    internal static JourneyApiException From(ApiRequest request, HttpResponseMessage response, string? body, TimeProvider time)
    {
        HttpStatusCode status = response.StatusCode;
        ApiError? error = ErrorBody.Read(body) ?? (status == HttpStatusCode.Unauthorized ? new ApiError(ApiErrorTypes.AuthenticationFailed) : null);
        WriteOutcome outcome = OutcomeOf(status);
        bool transient = IsPassing(status) && request.Body is not { CanReopen: false } && (request.Repeat == RepeatRule.Always || outcome == WriteOutcome.NotApplied);
        TimeSpan? retryAfter = RetryAfter(response.Headers, time);
        string message = Message(request, status, error);

        return (status, error?.Type) switch
        {
            (HttpStatusCode.Unauthorized, _) => new AuthenticationFailedException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            (HttpStatusCode.Forbidden, _) => new AccessDeniedException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            (HttpStatusCode.TooManyRequests, _) => new TooManyRequestsException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome, IsTransient = transient, RetryAfter = retryAfter },
            ( >= HttpStatusCode.InternalServerError, _) => new ServerFaultException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome, IsTransient = transient, RetryAfter = retryAfter },
            ( < HttpStatusCode.BadRequest, _) => new UnexpectedRedirectException(Redirect(request, response))
            { StatusCode = status, Outcome = outcome },
            (_, ApiErrorTypes.ObjectNotFound) => new ObjectNotFoundException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            (_, ApiErrorTypes.AccountNotFound) => new DeploymentNotFoundException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            (HttpStatusCode.NotFound, _) => new RouteNotFoundException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            (HttpStatusCode.UnprocessableEntity, _) or (_, ApiErrorTypes.InvalidValue) => new InvalidValueException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome },
            _ => new InvalidRequestException(message)
            { Error = error, StatusCode = status, RawBody = body, Outcome = outcome, IsTransient = transient, RetryAfter = retryAfter },
        };
    }

    /// <summary>The exception for an operation that failed inside an accepted batch.</summary>
    internal static JourneyApiException FromOperation(string name, ApiError? error)
    {
        string message = error is null ? $"{name} failed, and the server did not say why." : $"{name} failed: {error}.";
        return error?.Type switch
        {
            ApiErrorTypes.ObjectNotFound => new ObjectNotFoundException(message) { Error = error },
            ApiErrorTypes.InvalidValue => new InvalidValueException(message) { Error = error },
            ApiErrorTypes.TooManyRequests => new TooManyRequestsException(message) { Error = error, IsTransient = true },
            ApiErrorTypes.InternalServerError => new ServerFaultException(message) { Error = error, Outcome = WriteOutcome.Unknown, IsTransient = true },
            _ => new InvalidRequestException(message) { Error = error },
        };
    }

    /// <summary>How long the server asks to wait, given as seconds or as a date; null when it does not.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    // A 408 says that the server gave up waiting for the request: it may have had all of it.
    private static WriteOutcome OutcomeOf(HttpStatusCode status)
        => status >= HttpStatusCode.InternalServerError || status == HttpStatusCode.RequestTimeout ? WriteOutcome.Unknown : WriteOutcome.NotApplied;

    private static bool IsPassing(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (status >= HttpStatusCode.InternalServerError && status is not (HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported));

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

    private static string Redirect(ApiRequest request, HttpResponseMessage response)
    {
        Uri? location = response.Headers.Location;
        string target = location is null ? "nowhere" : location.IsAbsoluteUri ? $"the host {location.Host}" : "another path of the same host";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Name} failed: the server answered {(int)response.StatusCode}, a redirect to {target}. The API does not redirect; is the base address right?");
    }
}
