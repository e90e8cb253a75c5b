using System.Net;

namespace JourneyApps.Internal.Transport.Errors;

/// <summary>What every exception of the API says about a failed call.</summary>
/// <param name="Outcome">What is known about a write.</param>
/// <param name="IsTransient">Whether the same request can be sent again and could succeed.</param>
/// <param name="Error">The error object of the response; null without one.</param>
/// <param name="StatusCode">The HTTP status; null without a response.</param>
/// <param name="RawBody">The beginning of the response's body; null without one.</param>
/// <param name="RetryAfter">How long the server asked to wait; null when it did not.</param>
/// <param name="Kind">What failed, if there is no exception type for it.</param>
internal sealed record ErrorDetails(
    WriteOutcome Outcome = WriteOutcome.NotApplied,
    bool IsTransient = false,
    ApiError? Error = null,
    HttpStatusCode? StatusCode = null,
    string? RawBody = null,
    TimeSpan? RetryAfter = null,
    ApiErrorKind Kind = ApiErrorKind.Other);
