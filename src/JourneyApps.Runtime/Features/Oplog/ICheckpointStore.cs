namespace JourneyApps.Oplog;

/// <summary>Stores checkpoints of the oplog between runs.</summary>
public interface ICheckpointStore
{
    /// <summary>Loads the last checkpoint; null before the first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<string?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves a checkpoint in place of the last one. A crash must leave one of the two, complete.</summary>
    /// <param name="checkpoint">The text to store.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken);
}
