namespace JourneyApps.Mirroring;

/// <summary>Changes of one model. First remove what <see cref="Removes(string)"/> names, then apply the changes in order.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class MirrorPage<TModel>
    where TModel : class
{
    /// <summary>Creates a page, for tests of handlers.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="phase">The phase of the copy.</param>
    /// <param name="checkpoint">The position at which the mirror resumes; null if there is nothing to store.</param>
    public MirrorPage(IReadOnlyList<MirrorChange<TModel>> changes, MirrorPhase phase, string? checkpoint = null)
    {
        Changes = changes;
        Phase = phase;
        Checkpoint = checkpoint;
    }

    /// <summary>The changes. A part of a load can have none: then there are no objects in its range. After a crash, a change can be
    /// delivered again; applying it again must result in the same copy.</summary>
    public IReadOnlyList<MirrorChange<TModel>> Changes { get; }

    /// <summary>The phase of the copy.</summary>
    public MirrorPhase Phase { get; }

    /// <summary>The first id of the range that <see cref="ExistingIds"/> is complete for; null for no lower end.</summary>
    public string? FromId { get; init; }

    /// <summary>The id after the last one of the range; null for no upper end.</summary>
    public string? ToId { get; init; }

    /// <summary>While loading, the ids of all objects from <see cref="FromId"/> to before <see cref="ToId"/>, compared ordinally: the copy
    /// must remove its other objects in that range, because they were deleted in the app. Null if nothing is to be removed.</summary>
    public IReadOnlySet<string>? ExistingIds { get; init; }

    /// <summary>The checkpoint at which this step begins; null if none was stored before. A handler that stores its copy in a database
    /// compares it with the stored one in the transaction of the step, and locks it. If they differ, another mirror has continued with the
    /// copy: the handler stores nothing and sets <see cref="IsOvertaken"/>.</summary>
    public string? PreviousCheckpoint { get; init; }

    /// <summary>The position at which the mirror resumes after this step. A handler that stores its copy in a database writes the
    /// checkpoint in the same transaction and then sets <see cref="CheckpointIsStored"/>. Null if other models' handlers still have to
    /// process their parts of the same step; then there is nothing to store.</summary>
    public string? Checkpoint { get; }

    /// <summary>Whether the handler has stored <see cref="Checkpoint"/> itself. Otherwise, <see cref="MirrorOptions.Checkpoints"/> saves it
    /// after the handler has returned.</summary>
    public bool CheckpointIsStored { get; set; }

    /// <summary>Whether the handler stored nothing because the copy is not at <see cref="PreviousCheckpoint"/>. The mirror then
    /// stops.</summary>
    public bool IsOvertaken { get; set; }

    /// <summary>Whether the copy must remove an object: it is in the range of the page and not among <see cref="ExistingIds"/>.</summary>
    /// <param name="id">The id of an object of the copy.</param>
    public bool Removes(string id)
        => ExistingIds is not null && !ExistingIds.Contains(id)
            && (FromId is null || string.CompareOrdinal(id, FromId) >= 0) && (ToId is null || string.CompareOrdinal(id, ToId) < 0);

    /// <inheritdoc cref="Removes(string)"/>
    public bool Removes(Id<TModel> id) => Removes(id.Value);

    /// <summary>Phase and number of changes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Phase}: {Changes.Count} changes");
}
