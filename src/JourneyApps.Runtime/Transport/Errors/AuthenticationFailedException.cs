using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server refused the credential (401), also after a <see cref="JourneyCredential.FromProvider"/> was asked once for a new
/// one. This response is plain text, so <see cref="JourneyApiException.Type"/> is set by the library.</summary>
public sealed class AuthenticationFailedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public AuthenticationFailedException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public AuthenticationFailedException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public AuthenticationFailedException(string message, Exception? innerException) : base(message, innerException) { }

    internal AuthenticationFailedException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
