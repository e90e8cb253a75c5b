namespace JourneyApps.Mirroring;

/// <summary>The phases of a copy.</summary>
public enum MirrorPhase
{
    /// <summary>All objects are being read. Do not remove objects from the copy because they have not been seen yet.</summary>
    Loading,

    /// <summary>Changes during the load are read from the oplog; until then, objects in the copy can have older values.</summary>
    CatchingUp,

    /// <summary>The copy follows the oplog.</summary>
    Following,
}
