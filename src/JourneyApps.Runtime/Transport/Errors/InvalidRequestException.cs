using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server rejected the request (400, 422, and other 4xx statuses without their own exception type).
/// <see cref="JourneyApiException.Type"/> is <see cref="ApiError.InvalidValue"/> if a field does not allow its value;
/// <see cref="JourneyApiException.Detail"/> then names both.</summary>
public sealed class InvalidRequestException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public InvalidRequestException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public InvalidRequestException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public InvalidRequestException(string message, Exception? innerException) : base(message, innerException) { }

    internal InvalidRequestException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
