namespace JourneyApps;

/// <summary>The kind of an operation in a batch.</summary>
public enum BatchMethod
{
    /// <summary>Creates a new object, or replaces the object with the same id (the PUT of a new object).</summary>
    Create,

    /// <summary>Creates or replaces an object.</summary>
    Put,

    /// <summary>Updates the changed fields.</summary>
    Update,

    /// <summary>Deletes an object.</summary>
    Delete,

    /// <summary>Creates an object only if no object with this id exists; never overwrites an object.</summary>
    CreateIfMissing,

    /// <summary>Creates an object if no object with this id exists; otherwise updates the fields that differ.</summary>
    CreateOrUpdate,
}
