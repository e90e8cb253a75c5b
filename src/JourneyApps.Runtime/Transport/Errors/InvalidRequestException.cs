namespace JourneyApps;

/// <summary>The server could not understand the request (400 and other 4xx without a class of their own).</summary>
public sealed class InvalidRequestException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public InvalidRequestException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public InvalidRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
