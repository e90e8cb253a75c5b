using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>The credential is valid but does not permit the call (403).</summary>
public sealed class AccessDeniedException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public AccessDeniedException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public AccessDeniedException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public AccessDeniedException(string message, Exception? innerException) : base(message, innerException) { }

    internal AccessDeniedException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }
}
