using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server refused the credential (401), also after a <see cref="JourneyCredential.FromProvider"/> was asked once for a new
/// one. This response is plain text, so <see cref="JourneyApiException.Type"/> is set by the library.</summary>
public sealed class AuthenticationFailedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public AuthenticationFailedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public AuthenticationFailedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AuthenticationFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AuthenticationFailedException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
