namespace JourneyApps;

/// <summary>The rate limit of the deployment was exceeded (429) and stayed so over all attempts. Nothing was applied.</summary>
public sealed class TooManyRequestsException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public TooManyRequestsException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public TooManyRequestsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
