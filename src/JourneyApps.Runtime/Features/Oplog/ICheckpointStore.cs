namespace JourneyApps.Oplog;

/// <summary>Where checkpoints of the change log are kept between runs.</summary>
public interface ICheckpointStore
{
    /// <summary>The checkpoint that was saved last; null when there is none.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<string?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves a checkpoint, replacing the last one whole: after a crash either is there, never a part.</summary>
    /// <param name="checkpoint">The text to keep.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken);
}
