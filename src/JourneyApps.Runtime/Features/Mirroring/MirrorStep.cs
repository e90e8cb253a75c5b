namespace JourneyApps.Mirroring;

/// <summary>One step of a mirror for a handler, with its checkpoint.</summary>
public abstract class MirrorStep
{
    private protected MirrorStep(long generation, string? checkpoint)
    {
        Generation = generation;
        Checkpoint = checkpoint;
    }

    /// <summary>Identifies the load of the model: a random number above 0, different for each load.</summary>
    public long Generation { get; }

    /// <summary>Where the mirror resumes after this step is stored. A handler that keeps its copy in a database writes it in the same
    /// transaction and then sets <see cref="CheckpointIsStored"/>. Null when other models' handlers still have to store their parts of the
    /// same step: then there is nothing to keep.</summary>
    public string? Checkpoint { get; }

    /// <summary>Set by a handler that stored <see cref="Checkpoint"/> itself; otherwise <see cref="MirrorOptions.Checkpoints"/> saves it
    /// after the handler has returned.</summary>
    public bool CheckpointIsStored { get; set; }
}
