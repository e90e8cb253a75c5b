namespace JourneyApps.Mirroring;

/// <summary>The phases of a copy.</summary>
public enum MirrorPhase
{
    /// <summary>The mirror is loading all objects. Do not remove objects from the copy because they have not been loaded yet.</summary>
    Loading,

    /// <summary>The mirror is reading the changes that were made during the load from the oplog. Until it has finished, objects in the copy
    /// can have older values.</summary>
    CatchingUp,

    /// <summary>The copy follows the oplog.</summary>
    Following,
}
