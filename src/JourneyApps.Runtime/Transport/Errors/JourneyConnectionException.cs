namespace JourneyApps;

/// <summary>
/// The server could not be reached or the connection broke. <see cref="JourneyApiException.Outcome"/> is
/// <see cref="WriteOutcome.NotApplied"/> when the request provably never left.
/// </summary>
public sealed class JourneyConnectionException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public JourneyConnectionException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public JourneyConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public JourneyConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
