namespace JourneyApps.Mirroring;

/// <summary>The phases of the copy of a model.</summary>
public enum MirrorPhase
{
    /// <summary>The objects are being read. Changes in the oplog are not applied until they are all read.</summary>
    Loading,

    /// <summary>Changes during the load are read from the oplog. Until they are applied, objects in the copy can change back to an older
    /// state for a moment.</summary>
    CatchingUp,

    /// <summary>The copy follows the oplog.</summary>
    Following,
}
