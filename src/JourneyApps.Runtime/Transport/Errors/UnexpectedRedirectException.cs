namespace JourneyApps;

/// <summary>
/// The API answered with a redirect. It is not followed, because a write would turn into a read and look successful; the message names the target host.
/// </summary>
public sealed class UnexpectedRedirectException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public UnexpectedRedirectException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public UnexpectedRedirectException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public UnexpectedRedirectException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
