namespace JourneyApps;

/// <summary>
/// The server refused the credentials (401), also after the provider was asked once for fresh ones.
/// The body of this answer is plain text, so <see cref="JourneyApiException.Type"/> is filled in by this library.
/// </summary>
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
    /// <param name="innerException">The cause; null when there is none.</param>
    public AuthenticationFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
