using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server refused the request (400, 422 and other 4xx without an exception of their own).
/// <see cref="JourneyApiException.Type"/> is <see cref="ApiError.InvalidValue"/> if a field does not allow its value;
/// <see cref="JourneyApiException.Detail"/> names both.</summary>
public sealed class InvalidRequestException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public InvalidRequestException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InvalidRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal InvalidRequestException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
