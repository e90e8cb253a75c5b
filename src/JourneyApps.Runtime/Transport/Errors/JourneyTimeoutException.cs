using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>A time limit was exceeded; the message states which one. If the caller cancels the call, an
/// <see cref="OperationCanceledException"/> is thrown instead.</summary>
public sealed class JourneyTimeoutException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public JourneyTimeoutException() { }

    /// <inheritdoc cref="JourneyApiException(string)"/>
    public JourneyTimeoutException(string message) : base(message) { }

    /// <inheritdoc cref="JourneyApiException(string, Exception)"/>
    public JourneyTimeoutException(string message, Exception? innerException) : base(message, innerException) { }

    internal JourneyTimeoutException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException) { }

    /// <summary>The time limit that was exceeded.</summary>
    public TimeoutKind Limit { get; init; }
}
