using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The credential is valid but does not permit the call (403).</summary>
public sealed class AccessDeniedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public AccessDeniedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AccessDeniedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AccessDeniedException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
