namespace JourneyApps;

/// <summary>The status of one operation in a batch.</summary>
public enum BatchStatus
{
    /// <summary>The server applied the operation.</summary>
    Applied,

    /// <summary>A create-or-update created the object.</summary>
    Created,

    /// <summary>A create-or-update changed the fields that differed.</summary>
    Updated,

    /// <summary>An update without changes, or a create-or-update of an object that already has the same values. Nothing was sent.</summary>
    Unchanged,

    /// <summary>A delete of an object that does not exist.</summary>
    AlreadyDeleted,

    /// <summary>A create-if-missing of an object that exists. Nothing was written.</summary>
    AlreadyExists,

    /// <summary>The server rejected the operation; <see cref="BatchResult.Error"/> contains the reason.</summary>
    Failed,

    /// <summary>The operation was not sent, because an earlier operation on the same object failed, the batch stopped on an error or was
    /// canceled, or a request could not be made.</summary>
    NotAttempted,

    /// <summary>The operation was sent, its response was lost, and all attempts are used up. It may have been applied. Send it again to get
    /// a definite result.</summary>
    Unknown,
}
