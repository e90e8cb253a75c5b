namespace JourneyApps.Mirroring;

/// <summary>One change to apply to a copy.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="Kind">What to do.</param>
/// <param name="Id">The object's id; a default one only for an unreadable object whose id cannot be read either.</param>
public sealed record MirrorChange<TModel>(MirrorChangeKind Kind, Id<TModel> Id)
    where TModel : class
{
    /// <summary>The object to store; null unless <see cref="Kind"/> is <see cref="MirrorChangeKind.Upsert"/>.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The platform's word; its type is the model's.")]
    public TModel? Object { get; init; }

    /// <summary>The change's place in the log; null while loading.</summary>
    public long? Sequence { get; init; }

    /// <summary>Why the object cannot be read; null unless <see cref="Kind"/> is <see cref="MirrorChangeKind.Unreadable"/>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Kind and id; no values.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
