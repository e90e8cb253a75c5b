namespace JourneyApps.Mirroring;

/// <summary>A change to apply to a copy.</summary>
/// <typeparam name="TModel">The class of the object: a generated model, or <see cref="JourneyRecord"/>.</typeparam>
/// <param name="Kind">The kind of the change.</param>
/// <param name="Id">The object's id. It is a default id only if the object cannot be read and its id cannot be read either.</param>
public sealed record MirrorChange<TModel>(MirrorChangeKind Kind, Id<TModel> Id)
    where TModel : class
{
    /// <summary>The model's name in the schema; empty if a test did not set it.</summary>
    public string Model { get; init; } = "";

    /// <summary>The object to store; null unless <see cref="Kind"/> is <see cref="MirrorChangeKind.Upsert"/>.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word; its type is the model's.")]
    public TModel? Object { get; init; }

    /// <summary>The position of the change in the oplog; null while loading.</summary>
    public long? Sequence { get; init; }

    /// <summary>The time of the change; null while loading, and if the server did not send it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The reason why the object cannot be read; null unless <see cref="Kind"/> is
    /// <see cref="MirrorChangeKind.Unreadable"/>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Kind and id; no values.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
