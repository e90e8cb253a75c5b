namespace JourneyApps.Oplog;

/// <summary>The operation of an oplog entry.</summary>
public enum OplogOperation
{
    /// <summary>An operation that this code does not know; <see cref="OplogEntry.OperationText"/> contains its name.</summary>
    Other,

    /// <summary>The object was created.</summary>
    Create,

    /// <summary>The object was updated.</summary>
    Update,

    /// <summary>The object was deleted. Only its id and model are known.</summary>
    Delete,
}
