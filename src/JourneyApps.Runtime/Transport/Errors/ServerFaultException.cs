namespace JourneyApps;

/// <summary>The server, or a gateway before it, failed (5xx). Whether a write was applied is not known.</summary>
public sealed class ServerFaultException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public ServerFaultException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public ServerFaultException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public ServerFaultException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
