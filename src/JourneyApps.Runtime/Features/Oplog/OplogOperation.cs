namespace JourneyApps.Oplog;

/// <summary>What happened to the object of an oplog entry.</summary>
public enum OplogOperation
{
    /// <summary>Another operation; <see cref="OplogEntry.OperationText"/> has its name.</summary>
    Other,

    /// <summary>The object was created.</summary>
    Create,

    /// <summary>The object was changed.</summary>
    Update,

    /// <summary>The object was deleted; only its id and model are certain.</summary>
    Delete,
}
