namespace JourneyApps;

/// <summary>The credentials are good but may not do this (403).</summary>
public sealed class AccessDeniedException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public AccessDeniedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public AccessDeniedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
