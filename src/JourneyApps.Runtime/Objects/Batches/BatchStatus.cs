namespace JourneyApps;

/// <summary>The result of one operation of a batch.</summary>
public enum BatchStatus
{
    /// <summary>The server applied it.</summary>
    Applied,

    /// <summary>A create-or-update created the object.</summary>
    Created,

    /// <summary>A create-or-update changed the fields that differed.</summary>
    Updated,

    /// <summary>An update without changes, or a create-or-update of an object that is the same already: nothing was sent.</summary>
    Unchanged,

    /// <summary>A delete of an object that does not exist.</summary>
    AlreadyDeleted,

    /// <summary>A create-if-missing of an object that exists: nothing was written.</summary>
    AlreadyExists,

    /// <summary>The server refused it; <see cref="BatchResult.Error"/> says why.</summary>
    Failed,

    /// <summary>It was not sent: an earlier operation on the same object failed, the batch was to stop on an error, it was cancelled, or a
    /// request could not be made.</summary>
    NotAttempted,

    /// <summary>It was sent, its answer was lost, and the attempts are used up. It may have been applied; sending it again settles
    /// that.</summary>
    Unknown,
}
