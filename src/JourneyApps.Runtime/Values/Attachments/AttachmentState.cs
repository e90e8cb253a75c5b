namespace JourneyApps;

/// <summary>Where an attachment's file is.</summary>
public enum AttachmentState
{
    /// <summary>The server named a state that this code does not know; see <see cref="AttachmentValue.StateText"/>.</summary>
    Unknown,

    /// <summary>The device has not uploaded the file yet. There are no URLs.</summary>
    Pending,

    /// <summary>The file is there, and so are its URLs.</summary>
    Uploaded,

    /// <summary>The file is lost.</summary>
    Missing,

    /// <summary>The server does not trust the file and does not hand it out.</summary>
    Untrusted,

    /// <summary>An upload that has not been sent; it goes with the next write of its object.</summary>
    Upload,

    /// <summary>An upload that a batch has sent; refresh the object to see what the server made of it.</summary>
    Sent,

    /// <summary>An upload from a bare stream whose writing failed after the stream was touched: it cannot be sent again.</summary>
    Spent,
}
