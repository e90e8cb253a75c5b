using System.Net;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>A call of the API failed. The type of the exception or <see cref="Kind"/> states the cause, and <see cref="Outcome"/> states
/// what is known about a write. Messages do not contain credentials. The server's text about values is in <see cref="Detail"/> and
/// <see cref="RawBody"/>, not in the message.</summary>
/// <remarks>The exceptions of this family have public constructors and init properties, so a test can throw any of them.</remarks>
public class JourneyApiException : Exception
{
    /// <summary>Creates an exception without a cause.</summary>
    public JourneyApiException() : this("A call of the JourneyApps API failed.") { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The failure and its remedy, without secrets.</param>
    public JourneyApiException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The failure and its remedy, without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public JourneyApiException(string message, Exception? innerException) : base(message, innerException) { }

    internal JourneyApiException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, innerException)
    {
        (_outcome, IsTransient, Error, StatusCode, RawBody, RetryAfter, Kind) = details;
    }

    /// <summary>The kind of the failure, if the exception is a plain <see cref="JourneyApiException"/>.</summary>
    public ApiErrorKind Kind { get; init; }

    /// <summary>The error object of the response; null if there is no response, or if the response does not contain an error object (plain
    /// text, HTML, empty).</summary>
    public ApiError? Error { get; init; }

    /// <summary>The machine-readable type (<see cref="ApiError.Type"/>), or null.</summary>
    public string? Type => Error?.Type;

    /// <summary>The server's short description of the error, or null.</summary>
    public string? Title => Error?.Title;

    /// <summary>The server's detailed description of the error, or null. It can quote the user's data.</summary>
    public string? Detail => Error?.Detail;

    /// <summary>The server's link to its documentation, or null.</summary>
    public string? See => Error?.See;

    /// <summary>The HTTP status; null if there is no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The first 16 KiB of the response's body as text; null if there is no body.</summary>
    public string? RawBody { get; init; }

    /// <summary>What is known about the write that failed. It has no meaning for reads.</summary>
    public WriteOutcome Outcome { get => _outcome; init => _outcome = value; }

    private WriteOutcome _outcome;

    /// <summary>An earlier attempt has an unknown outcome, so the call has one too.</summary>
    internal void MarkUnknown() => _outcome = WriteOutcome.Unknown;

    /// <summary>The server reported success; reading its response failed.</summary>
    internal void MarkApplied() => _outcome = WriteOutcome.Applied;

    /// <summary>Whether the same request could succeed if it is sent again: the failure is temporary, and repeating the request does not
    /// apply anything twice. If you catch the exception, the library's own retries are already used up. A custom resilience pipeline can
    /// use this property to decide whether to retry.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server requested to wait (<c>Retry-After</c>), at most 24 days, which every timer accepts; or null. If the
    /// call was not sent because of an earlier 429, the remaining time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One word for the reason: the kind, or the exception's type.</summary>
    internal string ShortName => Kind == ApiErrorKind.Other ? GetType().Name : Kind.ToString();
}
