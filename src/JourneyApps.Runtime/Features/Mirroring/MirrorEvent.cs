namespace JourneyApps.Mirroring;

/// <summary>What a mirror did last.</summary>
public enum MirrorEvent
{
    /// <summary>It began to load; <see cref="MirrorProgress.Model"/> is null when it loads all models.</summary>
    LoadStarted,

    /// <summary>It handed over a part of a load.</summary>
    Loaded,

    /// <summary>
    /// The server does not compare ids as they are written, so the model is read page by page, again and again until the log shows no change during a pass.
    /// </summary>
    FellBackToFullPasses,

    /// <summary>It handed over changes of the log.</summary>
    Followed,

    /// <summary>A model's snapshot is complete.</summary>
    SnapshotComplete,

    /// <summary>There is nothing new.</summary>
    UpToDate,

    /// <summary>The log lost the entry at which the mirror stopped; it loads everything again.</summary>
    Resync,

    /// <summary>The deployment's data model changed; <see cref="MirrorProgress.DataModelChanges"/> has what matters to the mirrored models.</summary>
    DataModelChanged,
}
