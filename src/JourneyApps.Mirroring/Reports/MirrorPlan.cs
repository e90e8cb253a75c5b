namespace JourneyApps.Mirroring;

/// <summary>What a mirror would do to the tables of its copy for the deployed data model.</summary>
/// <param name="Steps">The statements in order; empty if the tables fit.</param>
/// <param name="Decisions">What needs a decision; usually empty.</param>
public sealed record MirrorPlan(IReadOnlyList<MirrorPlanStep> Steps, IReadOnlyList<MirrorDecision> Decisions)
{
    /// <summary>The models that are loaded completely afterwards: new ones, and those with a field of another type.</summary>
    public IReadOnlyList<string> LoadedModels { get; init; } = [];

    /// <summary>The whole plan as SQL text, with its reasons as comments.</summary>
    public string ToSql()
        => string.Concat(Steps.Select(static step => $"-- {step.Reason}\n{step.Statement};\n"));
}
