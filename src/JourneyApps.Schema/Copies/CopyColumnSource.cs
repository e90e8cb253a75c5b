namespace JourneyApps.Schema;

/// <summary>Where the values of a copy's column come from.</summary>
public enum CopyColumnSource
{
    /// <summary>A member that every object has: <c>id</c>, <c>updated_at</c> or <c>display</c>.</summary>
    Metadata,

    /// <summary>The value of a field.</summary>
    Field,

    /// <summary>One member of a location.</summary>
    Location,

    /// <summary>The id of the file of a photo, signature or attachment field.</summary>
    FileId,

    /// <summary>The state of the file of a photo, signature or attachment field.</summary>
    FileState,

    /// <summary>The id of the object that a belongs-to refers to. Such an object does not have to exist.</summary>
    Link,

    /// <summary>The sequence of the object's last change in the oplog; null for objects that were loaded and did not change
    /// since.</summary>
    Sequence,

    /// <summary>When the object was deleted, in copies that keep deleted objects.</summary>
    DeletedAt,

    /// <summary>The members that the data model does not name, as one JSON object; null if there are none.</summary>
    Other,
}
