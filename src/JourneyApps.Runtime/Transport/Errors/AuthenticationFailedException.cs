using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The server rejected the credential (401). If the credential is from a <see cref="JourneyCredential.FromProvider"/>, the
/// provider was called again first, and the new credential was rejected too. The server's response is plain text, so the library sets
/// <see cref="JourneyApiException.Type"/>.</summary>
public sealed class AuthenticationFailedException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public AuthenticationFailedException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public AuthenticationFailedException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public AuthenticationFailedException(string message, Exception? innerException) : base(message, innerException) { }

    internal AuthenticationFailedException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
