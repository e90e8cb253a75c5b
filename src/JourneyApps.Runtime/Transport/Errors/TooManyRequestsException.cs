using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The deployment's rate limit was exceeded (429), also by the last attempt. Nothing was applied.</summary>
public sealed class TooManyRequestsException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public TooManyRequestsException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TooManyRequestsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal TooManyRequestsException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
