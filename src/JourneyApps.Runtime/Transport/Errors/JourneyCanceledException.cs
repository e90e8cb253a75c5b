namespace JourneyApps;

/// <summary>The caller canceled a write in progress. The exception states what is known about the write. A canceled batch throws a
/// <see cref="BatchCanceledException"/> with a report.</summary>
public class JourneyCanceledException : OperationCanceledException
{
    /// <summary>Creates an exception without details.</summary>
    public JourneyCanceledException() { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The call that was canceled.</param>
    public JourneyCanceledException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The call that was canceled.</param>
    /// <param name="innerException">The cause, or null.</param>
    public JourneyCanceledException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>Creates an exception with the token that canceled the call.</summary>
    /// <param name="message">The call that was canceled.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <param name="token">The caller's token.</param>
    public JourneyCanceledException(string message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token) { }

    /// <summary>What is known about the write: <see cref="WriteOutcome.Unknown"/> if sending had begun.</summary>
    public WriteOutcome Outcome { get; init; }
}
