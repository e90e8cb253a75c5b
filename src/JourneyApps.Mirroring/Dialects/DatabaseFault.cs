namespace JourneyApps.Mirroring.Dialects;

/// <summary>What an exception of a database means for a mirror.</summary>
public enum DatabaseFault
{
    /// <summary>An error that does not go away by waiting, and that none of the other values describes.</summary>
    Other,

    /// <summary>The database cannot be reached, was restarted or is overloaded, or a transaction was ended because of a deadlock: the same
    /// step can succeed later.</summary>
    Transient,

    /// <summary>A lock was not granted in time.</summary>
    LockTimeout,

    /// <summary>The database refuses a value: its encoding, its range or its length.</summary>
    RefusedValue,

    /// <summary>The user has no right to do it.</summary>
    NoRights,

    /// <summary>The disk or the quota is full.</summary>
    DiskFull,

    /// <summary>The file or the database can only be read.</summary>
    ReadOnly,

    /// <summary>The database does not exist, or the file is not a database.</summary>
    NoDatabase,

    /// <summary>A table, column or index of that name exists already.</summary>
    AlreadyExists,

    /// <summary>A view or another object that the mirror did not create depends on the table or column.</summary>
    InUse,
}
