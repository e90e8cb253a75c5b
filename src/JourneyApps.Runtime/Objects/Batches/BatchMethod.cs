namespace JourneyApps;

/// <summary>What an operation of a batch does.</summary>
public enum BatchMethod
{
    /// <summary>Create a new object, or replace what is stored under its id (a put of a new object).</summary>
    Create,

    /// <summary>Create or replace.</summary>
    Put,

    /// <summary>Change the changed fields.</summary>
    Update,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Create only when there is no object with this id; never overwrites.</summary>
    CreateIfMissing,

    /// <summary>Create when there is no object with this id; otherwise change the fields that differ.</summary>
    CreateOrUpdate,
}
