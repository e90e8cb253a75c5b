namespace JourneyApps.Mirroring;

/// <summary>Keeps the copy of one model. Calls come one at a time. An exception stops the mirror; when it runs again, the handler gets the
/// same step again, so applying a step twice must lead to the same copy. Pages of different models come in the order in which their
/// handlers were added, not in the order of the log: foreign keys between copies would fail.</summary>
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
    /// <summary>Applies changes, all or none of them.</summary>
    /// <param name="page">The changes.</param>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    ValueTask ApplyAsync(MirrorPage<TModel> page, CancellationToken cancellationToken);

    /// <summary>Removes from the copy what was not seen in the generation of the snapshot. Called once per load.</summary>
    /// <param name="snapshot">Which generation is complete.</param>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    ValueTask CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken);
}
