namespace JourneyApps.Mirroring;

/// <summary>Changes of one model. Apply them in order.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class MirrorPage<TModel> : MirrorStep
    where TModel : class
{
    /// <summary>Creates a page, for tests of handlers.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="phase">The phase of the copy.</param>
    /// <param name="generation">The generation of the load.</param>
    /// <param name="checkpoint">The position at which the mirror resumes; null if there is nothing to store.</param>
    public MirrorPage(IReadOnlyList<MirrorChange<TModel>> changes, MirrorPhase phase, long generation, string? checkpoint)
        : base(generation, checkpoint)
    {
        Changes = changes;
        Phase = phase;
    }

    /// <summary>The changes, at least one. After a crash, a change can be delivered again; applying it again must result in the same
    /// copy.</summary>
    public IReadOnlyList<MirrorChange<TModel>> Changes { get; }

    /// <summary>The phase of the copy.</summary>
    public MirrorPhase Phase { get; }

    /// <summary>Phase and number of changes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Phase}: {Changes.Count} changes");
}
