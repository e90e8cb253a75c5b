namespace JourneyApps;

/// <summary>A file cannot be downloaded: the field has none, it is still on the device that took it, or it is lost or not trusted.</summary>
public sealed class AttachmentUnavailableException : JourneyApiException
{
    /// <summary>An exception without details.</summary>
    public AttachmentUnavailableException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is missing.</param>
    public AttachmentUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What is missing.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public AttachmentUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The server's word for the file's state, such as <c>pending</c>; null when the field has no file.</summary>
    public string? State { get; init; }
}
