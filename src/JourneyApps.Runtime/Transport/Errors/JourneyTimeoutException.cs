using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps;

/// <summary>A time limit elapsed; the message says which. A cancellation by the caller is an <see cref="OperationCanceledException"/>
/// instead.</summary>
public sealed class JourneyTimeoutException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public JourneyTimeoutException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public JourneyTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause, or null.</param>
    public JourneyTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal JourneyTimeoutException(string message, ErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>Which limit it was.</summary>
    public TimeoutKind Limit { get; init; }
}
