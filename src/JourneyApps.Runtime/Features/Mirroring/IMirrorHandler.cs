namespace JourneyApps.Mirroring;

/// <summary>Maintains the copy of one model. Its methods are called one at a time. If it throws an exception, the mirror stops. When the
/// mirror runs again, the handler gets the same step again, so applying a step twice must result in the same copy. Pages of different
/// models are delivered in the order in which their handlers were added and not in the order of the oplog, so do not use foreign keys
/// between copies.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <example>
/// <code>
/// public async ValueTask ApplyAsync(MirrorPage&lt;Job&gt; page, CancellationToken cancellationToken)
/// {
///     await using var transaction = await database.BeginTransactionAsync(cancellationToken);
///     foreach (MirrorChange&lt;Job&gt; change in page.Changes)
///     {
///         if (change.Kind == MirrorChangeKind.Upsert) Upsert(change.Object!, page.Generation);
///         else if (change.Kind == MirrorChangeKind.Delete) Delete(change.Id);
///         else Touch(change.Id, page.Generation);
///     }
///     if (page.Checkpoint is { } checkpoint)
///     {
///         Store(checkpoint);
///         page.CheckpointIsStored = true;
///     }
///     await transaction.CommitAsync(cancellationToken);
/// }
/// </code>
/// </example>
public interface IMirrorHandler<TModel>
    where TModel : class
{
    /// <summary>Applies all changes of a page, or none of them.</summary>
    /// <param name="page">The changes.</param>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    ValueTask ApplyAsync(MirrorPage<TModel> page, CancellationToken cancellationToken);

    /// <summary>Removes the objects from the copy that do not belong to the generation of the snapshot. Called once per load.</summary>
    /// <param name="snapshot">The snapshot with the completed generation.</param>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    ValueTask CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken);
}
