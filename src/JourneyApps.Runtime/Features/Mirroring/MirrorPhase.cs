namespace JourneyApps.Mirroring;

/// <summary>How far the copy of a model is.</summary>
public enum MirrorPhase
{
    /// <summary>All objects are being read. Nothing may be removed from the copy because it was not seen yet.</summary>
    Loading,

    /// <summary>What changed during the load is being read again from the log: the copy can hold older states of objects for a while.</summary>
    CatchingUp,

    /// <summary>The copy follows the deployment, as far behind as the log is read.</summary>
    Following,
}
