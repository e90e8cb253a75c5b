namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What a run of a mirror is doing as a whole.</summary>
internal enum MirrorStage
{
    /// <summary>The checkpoint is read.</summary>
    Starting,

    /// <summary>The end of the oplog and the data model are read, to decide which models are loaded.</summary>
    Adopting,

    /// <summary>Models are loaded and the oplog is followed.</summary>
    Running,

    /// <summary>The run has ended.</summary>
    Ended,
}
