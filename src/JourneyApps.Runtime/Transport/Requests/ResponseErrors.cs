using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Maps responses that are not a success to exceptions.</summary>
internal static class ResponseErrors
{
    /// <summary>The exception for a response of the API.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">The beginning of its body; null when empty.</param>
    /// <param name="isWhole">Whether the body could be read to its end.</param>
    /// <param name="time">The clock to which a <c>Retry-After</c> date is compared.</param>
    internal static JourneyApiException From(
        ApiRequest request, HttpResponseMessage response, string? body, bool isWhole, TimeProvider time)
    {
        HttpStatusCode status = response.StatusCode;
        ApiError? error = ErrorBody.Read(body, out bool isBroken)
            ?? (status == HttpStatusCode.Unauthorized ? new ApiError(ApiError.AuthenticationFailed) : null);
        WriteOutcome outcome = OutcomeOf(status);
        bool transient = IsTemporary(status) && request.Body is not { CanReopen: false }
            && (request.Repeat == RepeatRule.Always || outcome == WriteOutcome.NotApplied);
        ErrorDetails details = new(outcome, transient, error, status, body, RetryAfter(response.Headers, time));
        string message = Message(request, status, error, details.RetryAfter);
        if (error is null && status == HttpStatusCode.NotFound && (isBroken || !isWhole)) return BrokenOff(request, details);
        return (status, error?.Type) switch
        {
            (HttpStatusCode.Unauthorized, _) => new AuthenticationFailedException(message, details),
            (HttpStatusCode.Forbidden, _) => new AccessDeniedException(message, details),
            (HttpStatusCode.TooManyRequests, _) => new TooManyRequestsException(message, details),
            ( >= HttpStatusCode.InternalServerError, _)
                => new JourneyApiException(message, details with { Kind = ApiErrorKind.ServerError }),
            ( < HttpStatusCode.BadRequest, _) when IsRedirect(status) => Redirect(request, status, response.Headers.Location),
            ( < HttpStatusCode.BadRequest, _) => Unexpected(request, status),
            (_, ApiError.ObjectNotFound) => new ObjectNotFoundException(message, details),
            (_, ApiError.AccountNotFound) => new JourneyApiException(message, details with { Kind = ApiErrorKind.DeploymentNotFound }),
            (HttpStatusCode.NotFound, _) => new JourneyApiException(message, details with { Kind = ApiErrorKind.RouteNotFound }),
            _ => new InvalidRequestException(message, details),
        };
    }

    /// <summary>The exception for an operation that failed inside an accepted batch.</summary>
    internal static JourneyApiException FromOperation(string name, ApiError? error)
    {
        string message = error is null ? $"{name} failed, and the server did not return a reason." : $"{name} failed: {error}.";
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

    /// <summary>How long the server asks to wait, as seconds or as a date, at most <see cref="TimeLimit.Longest"/>; null when it does
    /// not.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider time)
    {
        TimeSpan? asked = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            // A number that 32 bits do not hold is not parsed.
            _ => headers.TryGetValues("Retry-After", out IEnumerable<string>? values)
                && values.FirstOrDefault()?.Trim() is { Length: > 0 } text && text.All(char.IsAsciiDigit)
                ? TimeLimit.Longest
                : null,
        };
        return asked > TimeLimit.Longest ? TimeLimit.Longest : asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    // 408: the server stopped waiting for the request, and may have received all of it.
    private static WriteOutcome OutcomeOf(HttpStatusCode status)
        => status >= HttpStatusCode.InternalServerError || status == HttpStatusCode.RequestTimeout
            ? WriteOutcome.Unknown
            : WriteOutcome.NotApplied;

    private static bool IsTemporary(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (status >= HttpStatusCode.InternalServerError
                && status is not (HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported));

    private static bool IsRedirect(HttpStatusCode status)
        => status is >= HttpStatusCode.Ambiguous and not (HttpStatusCode.NotModified or HttpStatusCode.UseProxy or HttpStatusCode.Unused);

    private static string Message(ApiRequest request, HttpStatusCode status, ApiError? error, TimeSpan? retryAfter)
    {
        string wait = retryAfter > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $" It asks to wait for {Math.Ceiling(retryAfter.Value.TotalSeconds)} s.")
            : "";
        string answer = string.Create(CultureInfo.InvariantCulture, $"{request.Name} failed: the server returned {(int)status}");
        if (error is null)
        {
            return status == HttpStatusCode.NotFound
                ? $"{answer} without an error type, so the response is not from the API. Check the base address."
                : $"{answer} without an error object.{wait}";
        }
        string see = error.Detail is null ? "" : " For more information, see Detail.";
        return status == HttpStatusCode.Unauthorized
            ? $"{answer}: the server does not accept the credential."
            : $"{answer} {error.ToString().TrimEnd('.')}.{see}{wait}";
    }

    private static JourneyApiException Redirect(ApiRequest request, HttpStatusCode status, Uri? location)
    {
        string target = location is null
            ? "nowhere"
            : location.IsAbsoluteUri ? $"the host {location.Host}" : "another path of the same host";
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Name} failed: the server returned {(int)status}, a redirect to {target}.")
            + " The API does not use redirects; check the base address.";
        return new JourneyApiException(message, new ErrorDetails(StatusCode: status, Kind: ApiErrorKind.Redirect));
    }

    private static JourneyApiException Unexpected(ApiRequest request, HttpStatusCode status)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{request.Name} failed: the server returned {(int)status}, which is not a response of the API.")
            + " Check the base address and any proxy.";
        return new JourneyApiException(
            message, new ErrorDetails(WriteOutcome.Unknown, StatusCode: status, Kind: ApiErrorKind.UnexpectedStatus));
    }

    // Which 404 it is, of an object or of the address, is in the part that is missing.
    private static UnreadableResponseException BrokenOff(ApiRequest request, ErrorDetails details)
    {
        bool mayRepeat = request.Body is not { CanReopen: false };
        return new UnreadableResponseException(
            $"{request.Name} failed: the server returned 404 with an incomplete error object.", details with { IsTransient = mayRepeat });
    }
}
