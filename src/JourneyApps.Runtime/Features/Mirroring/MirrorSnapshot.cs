namespace JourneyApps.Mirroring;

/// <summary>A model was loaded completely, and the oplog was read to the point at which the load ended. Objects in the copy that do not
/// belong to this <see cref="MirrorStep.Generation"/> no longer exist in the app.</summary>
public sealed class MirrorSnapshot : MirrorStep
{
    /// <summary>Creates a snapshot, for tests of handlers.</summary>
    /// <param name="generation">The generation of the load.</param>
    /// <param name="checkpoint">The position at which the mirror resumes; null if there is nothing to store.</param>
    public MirrorSnapshot(long generation, string? checkpoint) : base(generation, checkpoint) { }
}
