namespace JourneyApps.Mirroring.Planning;

/// <summary>How tables become those of a data model.</summary>
/// <param name="Steps">The statements before the next row is written, in order.</param>
/// <param name="After">What the copy knows about its tables then.</param>
internal sealed record CopyPlan(IReadOnlyList<MirrorPlanStep> Steps, CopyCatalog After)
{
    /// <summary>The indexes of links, which are created when their model is loaded.</summary>
    public IReadOnlyList<PlannedIndex> Indexes { get; init; } = [];

    /// <summary>Why the data model cannot be copied; empty if it can.</summary>
    public IReadOnlyList<MirrorDecision> Obstacles { get; init; } = [];

    /// <summary>The columns and tables that this plan retires or renames, for finding what uses them.</summary>
    public IReadOnlyList<RetiringColumn> Retiring { get; init; } = [];

    /// <summary>The models that are loaded completely afterwards.</summary>
    public IReadOnlyList<string> LoadedModels { get; init; } = [];
}
