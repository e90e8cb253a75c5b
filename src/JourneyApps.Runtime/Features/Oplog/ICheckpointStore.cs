namespace JourneyApps.Oplog;

/// <summary>Stores checkpoints of the oplog between runs.</summary>
public interface ICheckpointStore
{
    /// <summary>Loads the last checkpoint; returns null if none was saved.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<string?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves a checkpoint and replaces the last one. After a crash, one of the two must exist completely.</summary>
    /// <param name="checkpoint">The text to store.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken);
}
