namespace JourneyApps.Mirroring;

/// <summary>The steps of a mirror.</summary>
public enum MirrorEvent
{
    /// <summary>The load of a model started or resumed.</summary>
    LoadStarted,

    /// <summary>A handler received a part of a load.</summary>
    Loaded,

    /// <summary>The server does not compare ids as text, so the model is read page by page. This is repeated until the oplog contains no
    /// change during a pass.</summary>
    FellBackToFullPasses,

    /// <summary>A handler received changes of the oplog.</summary>
    Followed,

    /// <summary>The oplog was read past the end of the load of a model: its copy is complete and follows the oplog.</summary>
    CaughtUp,

    /// <summary>There are no new changes.</summary>
    UpToDate,

    /// <summary>The oplog no longer contains the entry at which the mirror stopped; everything is loaded again.</summary>
    Resync,

    /// <summary>The deployment's data model changed; <see cref="MirrorProgress.DataModelChanges"/> contains the changes that concern the
    /// mirrored models.</summary>
    DataModelChanged,
}
