namespace JourneyApps.Mirroring;

/// <summary>A step of a mirror that a handler receives, with its checkpoint.</summary>
public abstract class MirrorStep
{
    private protected MirrorStep(long generation, string? checkpoint)
    {
        Generation = generation;
        Checkpoint = checkpoint;
    }

    /// <summary>Identifies the load of the model: a random number above 0, different for each load.</summary>
    public long Generation { get; }

    /// <summary>The checkpoint at which this step begins; null if none was stored before. A handler that stores its copy in a database
    /// compares it with the stored one in the transaction of the step, and locks it. If they differ, another mirror has continued with the
    /// copy: the handler stores nothing and sets <see cref="IsOvertaken"/>.</summary>
    public string? PreviousCheckpoint { get; internal init; }

    /// <summary>The position at which the mirror resumes after this step. A handler that stores its copy in a database writes the
    /// checkpoint in the same transaction and then sets <see cref="CheckpointIsStored"/>. Null if other models' handlers still have to
    /// process their parts of the same step; then there is nothing to store.</summary>
    public string? Checkpoint { get; }

    /// <summary>Whether the handler has stored <see cref="Checkpoint"/> itself. Otherwise, <see cref="MirrorOptions.Checkpoints"/> saves it
    /// after the handler has returned.</summary>
    public bool CheckpointIsStored { get; set; }

    /// <summary>Whether the handler stored nothing because the copy is not at <see cref="PreviousCheckpoint"/>. The mirror then
    /// stops.</summary>
    public bool IsOvertaken { get; set; }
}
