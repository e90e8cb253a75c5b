namespace JourneyApps.Mirroring;

/// <summary>A model was loaded whole and the log has been read past the end of the load: whatever the copy holds that was not seen in this
/// <see cref="MirrorStep.Generation"/> does not exist any more.</summary>
public sealed class MirrorSnapshot : MirrorStep
{
    /// <summary>A snapshot; public so that handlers can be tested.</summary>
    /// <param name="generation">The generation of the load.</param>
    /// <param name="checkpoint">Where the mirror resumes; null when there is nothing to store.</param>
    public MirrorSnapshot(long generation, string? checkpoint) : base(generation, checkpoint) { }
}
