using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server responded with a success status, but the body is not a valid response of the API: it is malformed JSON, HTML,
/// incomplete, or too large. If the content type of the response is JSON, a write was applied; if the response is the page of a gateway,
/// this is not known. <see cref="JourneyApiException.Outcome"/> states which is the case.</summary>
public sealed class UnreadableResponseException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public UnreadableResponseException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public UnreadableResponseException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public UnreadableResponseException(string message, Exception? innerException) : base(message, innerException) { }

    internal UnreadableResponseException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }

    /// <summary>Whether the body is larger than <see cref="JourneyAppOptions.MaxResponseBytes"/>: a request for less can succeed.</summary>
    internal bool IsTooLarge { get; init; }
}
