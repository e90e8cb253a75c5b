using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The deployment's rate limit was exceeded (429), and all retries failed or the deadline of the call does not allow to wait that
/// long (<see cref="JourneyApiException.RetryAfter"/>). The request was not applied.</summary>
public sealed class TooManyRequestsException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public TooManyRequestsException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public TooManyRequestsException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public TooManyRequestsException(string message, Exception? innerException) : base(message, innerException) { }

    internal TooManyRequestsException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
