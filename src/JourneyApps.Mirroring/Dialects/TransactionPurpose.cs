namespace JourneyApps.Mirroring.Dialects;

/// <summary>What a transaction of a mirror is for. It determines the settings that are local to the transaction.</summary>
public enum TransactionPurpose
{
    /// <summary>Writes a step. It waits at most 5 s for a lock, and the database ends it if the worker does not send anything for the time
    /// of a lease.</summary>
    Step,

    /// <summary>Changes tables. It waits at most 3 s for a lock, because a waiting change blocks every reader that comes after
    /// it.</summary>
    Ddl,
}
