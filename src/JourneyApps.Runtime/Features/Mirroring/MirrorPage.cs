namespace JourneyApps.Mirroring;

/// <summary>Changes of one model, to be applied in their order.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class MirrorPage<TModel> : MirrorStep
    where TModel : class
{
    /// <summary>A page; public so that handlers can be tested.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="phase">The phase of the copy.</param>
    /// <param name="generation">The generation of the load.</param>
    /// <param name="checkpoint">Where the mirror resumes; null when there is nothing to store.</param>
    public MirrorPage(IReadOnlyList<MirrorChange<TModel>> changes, MirrorPhase phase, long generation, string? checkpoint)
        : base(generation, checkpoint)
    {
        Changes = changes;
        Phase = phase;
    }

    /// <summary>The changes; at least one. A change may come again after a crash, and then leads to the same copy.</summary>
    public IReadOnlyList<MirrorChange<TModel>> Changes { get; }

    /// <summary>The phase of the copy.</summary>
    public MirrorPhase Phase { get; }

    /// <summary>Phase and number of changes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Phase}: {Changes.Count} changes");
}
