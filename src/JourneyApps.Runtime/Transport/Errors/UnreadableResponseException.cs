namespace JourneyApps;

/// <summary>
/// The server answered with a success whose body is not what the API promises: malformed JSON, HTML, cut off, or too large.
/// A write with such an answer was applied if the answer called itself JSON; a page of a gateway says nothing about it.
/// <see cref="JourneyApiException.Outcome"/> tells which.
/// </summary>
public sealed class UnreadableResponseException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public UnreadableResponseException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public UnreadableResponseException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public UnreadableResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
