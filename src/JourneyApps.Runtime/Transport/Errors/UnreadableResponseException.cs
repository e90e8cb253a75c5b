using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server responded with a success status, but the body is not what the API promises: malformed JSON, HTML, incomplete, or too
/// large. A write with such a response was applied if its content type is JSON; a gateway's page does not tell.
/// <see cref="JourneyApiException.Outcome"/> says which.</summary>
public sealed class UnreadableResponseException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public UnreadableResponseException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public UnreadableResponseException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public UnreadableResponseException(string message, Exception? innerException) : base(message, innerException) { }

    internal UnreadableResponseException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
