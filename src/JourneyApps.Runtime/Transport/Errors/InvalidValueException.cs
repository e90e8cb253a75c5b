namespace JourneyApps;

/// <summary>A value is not allowed for its field (422 <c>INVALID_VALUE</c>); <see cref="JourneyApiException.Detail"/> names both.</summary>
public sealed class InvalidValueException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public InvalidValueException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    public InvalidValueException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What went wrong and what to do; without secrets.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public InvalidValueException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
