using System.Net;
using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>A call of the API failed. The type or <see cref="Kind"/> says why, <see cref="Outcome"/> what is known about a write. Messages
/// contain no credential. What the server says about values is in <see cref="Detail"/> and <see cref="RawBody"/>, not in the
/// message.</summary>
/// <remarks>Every exception of this family has public constructors and settable (init) properties, so a test can throw what the server
/// would cause.</remarks>
public class JourneyApiException : Exception
{
    /// <summary>An exception without a cause.</summary>
    public JourneyApiException() : this("A call of the JourneyApps API failed.") { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public JourneyApiException(string message) : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public JourneyApiException(string message, Exception? innerException) : base(message, innerException) { }

    internal JourneyApiException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, innerException)
    {
        (_outcome, IsTransient, Error, StatusCode, RawBody, RetryAfter, Kind) = details;
    }

    /// <summary>What failed, where the exception is a plain <see cref="JourneyApiException"/>.</summary>
    public ApiErrorKind Kind { get; init; }

    /// <summary>The error object of the response; null without a response, and when the response has none (plain text, HTML,
    /// empty).</summary>
    public ApiError? Error { get; init; }

    /// <summary>The machine-readable type (<see cref="ApiError.Type"/>), or null.</summary>
    public string? Type => Error?.Type;

    /// <summary>The server's short text, or null.</summary>
    public string? Title => Error?.Title;

    /// <summary>The server's detail text, or null. It may quote the user's data.</summary>
    public string? Detail => Error?.Detail;

    /// <summary>The server's link to its documentation, or null.</summary>
    public string? See => Error?.See;

    /// <summary>The HTTP status; null without a response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The first 16 KiB of the response's body as text; null without one.</summary>
    public string? RawBody { get; init; }

    /// <summary>What is known about the write that failed. Not meaningful for reads.</summary>
    public WriteOutcome Outcome { get => _outcome; init => _outcome = value; }

    private WriteOutcome _outcome;

    /// <summary>An earlier attempt has an unknown outcome, so the call has one too.</summary>
    internal void MarkUnknown() => _outcome = WriteOutcome.Unknown;

    /// <summary>The server reported success; reading its response failed.</summary>
    internal void MarkApplied() => _outcome = WriteOutcome.Applied;

    /// <summary>True when the same request can be sent again and could succeed: the failure is temporary, and repeating does not apply
    /// anything twice. The library's own retries are used up by then. A resilience pipeline of your own decides by this property.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asked to wait (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One word for the reason: the kind, or the exception's type.</summary>
    internal string ShortName => Kind == ApiErrorKind.Other ? GetType().Name : Kind.ToString();
}
