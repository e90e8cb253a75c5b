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

    /// <summary>Saves a checkpoint if the last one is still stored. A mirror calls this, so that of two mirrors of one copy the slower one
    /// notices. The default implementation loads, compares and saves. If several processes can share the store, implement it as one atomic
    /// operation, such as <c>UPDATE … WHERE text = @previous</c>.</summary>
    /// <param name="previous">The checkpoint that was loaded or saved last; null if there was none.</param>
    /// <param name="checkpoint">The text to store.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the checkpoint was saved; false if another one than <paramref name="previous"/> is stored.</returns>
    async ValueTask<bool> ReplaceAsync(string? previous, string checkpoint, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken).ConfigureAwait(false) != previous) return false;
        await SaveAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
