namespace JourneyApps.Oplog;

/// <summary>What an entry of the change log says happened.</summary>
public enum OplogOperation
{
    /// <summary>A word that this library does not know; <see cref="OplogEntry.OperationText"/> has it.</summary>
    Other,

    /// <summary>The object was created.</summary>
    Create,

    /// <summary>The object was changed.</summary>
    Update,

    /// <summary>The object was deleted; only its id and model are certain.</summary>
    Delete,
}
