namespace JourneyApps;

/// <summary>
/// The caller cancelled a write under way. It is an <see cref="OperationCanceledException"/> like any other, and says in addition what is known.
/// </summary>
public sealed class JourneyCanceledException : OperationCanceledException
{
    /// <summary>A cancellation without details.</summary>
    public JourneyCanceledException()
    {
    }

    /// <summary>A cancellation with a message.</summary>
    /// <param name="message">What was cancelled.</param>
    public JourneyCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>A cancellation with a message and its cause.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public JourneyCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A cancellation by a token.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    /// <param name="token">The caller's token.</param>
    public JourneyCanceledException(string message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token)
    {
    }

    /// <summary>What is known about the write: <see cref="WriteOutcome.Unknown"/> once it was on its way.</summary>
    public WriteOutcome Outcome { get; init; }
}
