namespace JourneyApps;

/// <summary>What became of one operation of a batch.</summary>
public enum BatchStatus
{
    /// <summary>The server applied it.</summary>
    Applied,

    /// <summary>A delete of an object that is not there: what was wanted is so.</summary>
    AlreadyDeleted,

    /// <summary>A create-if-missing of an object that exists: nothing was written.</summary>
    AlreadyExists,

    /// <summary>An update without changes: nothing was sent.</summary>
    Unchanged,

    /// <summary>The server refused it; <see cref="BatchResult.Error"/> says why.</summary>
    Failed,

    /// <summary>
    /// It was not sent: an earlier operation on the same object failed, the batch was to stop on an error, it was cancelled, or a request could not be made.
    /// </summary>
    NotAttempted,

    /// <summary>It was sent, its answer was lost, and the attempts are spent. It may have been applied; sending it again settles that.</summary>
    Unknown,
}
