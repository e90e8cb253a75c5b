using System.Net;

namespace JourneyApps;

/// <summary>
/// A call of the API failed. The subclass says why; <see cref="WriteOutcome"/> says what is known about a write.
/// No message holds a credential. What the server said about values is in <see cref="Detail"/> and <see cref="RawBody"/>, not in the message.
/// </summary>
/// <remarks>
/// Every exception of this family has public constructors and settable (init) properties, so a test can throw what the server would cause.
/// </remarks>
public class JourneyApiException : Exception
{
    /// <summary>An exception without a cause.</summary>
    public JourneyApiException()
        : this("A call of the JourneyApps API failed.")
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public JourneyApiException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public JourneyApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The error object of the answer; null when there was no answer or it held none (plain text, HTML, empty).</summary>
    public ApiError? Error { get; init; }

    /// <summary>The machine-readable type (<see cref="ApiErrorTypes"/>); null when the answer had none.</summary>
    public string? Type => Error?.Type;

    /// <summary>The server's short text; null when absent.</summary>
    public string? Title => Error?.Title;

    /// <summary>The server's detail text, which may quote the user's data; null when absent.</summary>
    public string? Detail => Error?.Detail;

    /// <summary>The server's link to its documentation; null when absent.</summary>
    public string? See => Error?.See;

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The first 16 KiB of the answer's body as text; null when there was none.</summary>
    public string? RawBody { get; init; }

    /// <summary>What is known about the write that failed. For reads it says nothing of interest.</summary>
    public WriteOutcome Outcome { get => _outcome; init => _outcome = value; }

    private WriteOutcome _outcome;

    /// <summary>A later attempt failed after an earlier one whose fate is not known: that doubt stays.</summary>
    internal void MarkUnknown() => _outcome = WriteOutcome.Unknown;

    /// <summary>The server answered a write with a success; what failed is reading its answer.</summary>
    internal void MarkApplied() => _outcome = WriteOutcome.Applied;

    /// <summary>
    /// True when the same request may be sent again and could succeed: the fault is passing and repeating cannot double anything.
    /// The library's own retries have been used up by then; pipelines of one's own look here.
    /// </summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asked to wait (<c>Retry-After</c>); null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
