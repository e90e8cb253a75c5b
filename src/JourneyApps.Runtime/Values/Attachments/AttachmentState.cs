namespace JourneyApps;

/// <summary>The state of an attachment's file.</summary>
public enum AttachmentState
{
    /// <summary>The server returned a state that this code does not know; see <see cref="AttachmentValue.StateText"/>.</summary>
    Unknown,

    /// <summary>The device has not uploaded the file yet. There are no URLs.</summary>
    Pending,

    /// <summary>The file is available and has URLs.</summary>
    Uploaded,

    /// <summary>The file is lost.</summary>
    Missing,

    /// <summary>The server does not trust the file and does not provide it.</summary>
    Untrusted,

    /// <summary>An upload that has not been sent. It is sent with the next write of its object.</summary>
    Upload,

    /// <summary>An upload that was sent in a batch. Refresh the object to get its state on the server.</summary>
    Sent,

    /// <summary>An upload from a stream that can be read only once, whose write failed after reading had begun. It cannot be sent
    /// again.</summary>
    Spent,
}
