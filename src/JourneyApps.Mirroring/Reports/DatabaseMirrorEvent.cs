namespace JourneyApps.Mirroring;

/// <summary>The events of a <see cref="DatabaseMirror"/>.</summary>
public enum DatabaseMirrorEvent
{
    /// <summary>A step was stored.</summary>
    Stored,

    /// <summary>Tables were created or changed.</summary>
    TablesChanged,

    /// <summary>The copy has all changes.</summary>
    UpToDate,

    /// <summary>Another worker writes to the copy; this one waits.</summary>
    Waiting,

    /// <summary>This worker writes to the copy from now on.</summary>
    TookOver,

    /// <summary>The database or the deployment cannot be reached, or a lock was not granted; the mirror tries again later.</summary>
    Retrying,

    /// <summary>With <see cref="MirrorDdl.None"/>: a change of the tables is missing.</summary>
    WaitingForTables,

    /// <summary>Other news of reading, see <see cref="DatabaseMirrorProgress.Reading"/>.</summary>
    Read,
}
