namespace JourneyApps;

/// <summary>A time limit ran out; the message says which. Cancellation by the caller is an <see cref="OperationCanceledException"/> instead.</summary>
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
    /// <param name="innerException">The cause; null when there is none.</param>
    public JourneyTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Which limit it was.</summary>
    public TimeoutKind Limit { get; init; }
}
