namespace JourneyApps.Oplog;

/// <summary>The oplog no longer contains the entry at which the reader or mirror stopped, because it was trimmed or the deployment was
/// restored. Changes may be missing from a copy, so load it again. A mirror does this automatically unless
/// <c>MirrorOptions.StopOnGap</c> is set.</summary>
public sealed class OplogGapException : JourneyApiException
{
    /// <summary>Creates an exception with the default message.</summary>
    public OplogGapException() : this("The oplog no longer contains the entry at which the mirror stopped.") { }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">A description of the gap.</param>
    public OplogGapException(string message) : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">A description of the gap.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public OplogGapException(string message, Exception? innerException) : base(message, innerException) { }
}
