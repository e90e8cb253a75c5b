namespace JourneyApps.Mirroring;

/// <summary>Maintains the copy of one model, with generated classes. Its method is called once at a time. If it throws an exception, the
/// mirror stops. When the mirror runs again, the handler gets the same step again, so applying a step twice must result in the same copy.
/// Pages of different models are delivered in the order in which their handlers were added and not in the order of the oplog, so do not use
/// foreign keys between copies. For all models in the order of the oplog, without generated classes, see
/// <see cref="IMirrorSink"/>.</summary>
/// <typeparam name="TModel">The generated model.</typeparam>
/// <example>
/// <code>
/// public async ValueTask ApplyAsync(MirrorPage&lt;Job&gt; page, CancellationToken cancellationToken)
/// {
///     await using var transaction = await database.BeginTransactionAsync(cancellationToken);
///     if (page.ExistingIds is not null) DeleteOthers(page.FromId, page.ToId, page.ExistingIds);
///     foreach (MirrorChange&lt;Job&gt; change in page.Changes)
///     {
///         if (change.Kind == MirrorChangeKind.Upsert) Upsert(change.Object!);
///         else if (change.Kind == MirrorChangeKind.Delete) Delete(change.Id);
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
}
