namespace JourneyApps.Mirroring;

/// <summary>What a mirror hands over in one step, and the checkpoint that belongs to it.</summary>
public abstract class MirrorStep
{
    private protected MirrorStep(long generation, string? checkpoint)
    {
        Generation = generation;
        Checkpoint = checkpoint;
    }

    /// <summary>A number that tells this load of the model from every other one: above 0, another one for each load, in no order.</summary>
    public long Generation { get; }

    /// <summary>
    /// Where the mirror goes on once this step is stored. A handler that keeps its copy in a database writes it in the same transaction and then sets
    /// <see cref="CheckpointIsStored"/>. Null when other models' handlers still have to store their parts of the same step: then there is nothing to keep.
    /// </summary>
    public string? Checkpoint { get; }

    /// <summary>Set by a handler that stored <see cref="Checkpoint"/> itself; else <see cref="MirrorOptions.Checkpoints"/> saves it after the handler returned.</summary>
    public bool CheckpointIsStored { get; set; }
}
