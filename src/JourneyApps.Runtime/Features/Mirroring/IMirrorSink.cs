namespace JourneyApps.Mirroring;

/// <summary>Stores a copy of models, for example in a database, with the checkpoint of the mirror. The objects come as records, with the
/// data model that they fit, so a sink needs no generated code. Its methods are called one at a time. If one of them throws an exception,
/// the mirror stops; when it runs again, the sink gets the step again.</summary>
/// <example>
/// <code>
/// public async ValueTask&lt;bool&gt; ApplyAsync(MirrorStep step, CancellationToken cancellationToken)
/// {
///     await using var transaction = await database.BeginTransactionAsync(cancellationToken);
///     if (!await ReplaceCheckpointAsync(step.PreviousCheckpoint, step.Checkpoint)) return false;   // UPDATE … WHERE text = @previous
///     if (step.ModelShapes is not null) await StoreModelShapesAsync(step.ModelShapes);
///     if (step.ExistingIds is not null) await DeleteOthersAsync(step.LoadedModel!, step.FromId, step.ToId, step.ExistingIds);
///     foreach (MirrorChange&lt;JourneyRecord&gt; change in step.Changes)
///     {
///         if (change.Kind == MirrorChangeKind.Upsert) await UpsertAsync(change.Model, change.Object!);
///         else if (change.Kind == MirrorChangeKind.Delete) await DeleteAsync(change.Model, change.Id.Value);
///     }
///     await transaction.CommitAsync(cancellationToken);
///     return true;
/// }
/// </code>
/// </example>
public interface IMirrorSink
{
    /// <summary>Returns the checkpoint of the last applied step, or null if no step was applied. If it is null, the mirror loads all
    /// objects.</summary>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    ValueTask<MirrorCheckpoint?> LoadCheckpointAsync(CancellationToken cancellationToken);

    /// <summary>Applies a step and stores its checkpoint, and its <see cref="MirrorStep.ModelShapes"/> unless they are null: all of it, or
    /// nothing.</summary>
    /// <param name="mirrorStep">The step.</param>
    /// <param name="cancellationToken">Cancels the mirror.</param>
    /// <returns>True if the step was applied. False if the stored checkpoint is not <see cref="MirrorStep.PreviousCheckpoint"/>: another
    /// mirror has continued with the copy. Nothing may be stored then, and the mirror stops.</returns>
    ValueTask<bool> ApplyAsync(MirrorStep mirrorStep, CancellationToken cancellationToken);
}
