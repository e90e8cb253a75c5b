using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;

namespace JourneyApps.Mirroring.Operations;

/// <summary>Plans as users see them.</summary>
internal static class Plans
{
    /// <summary>The whole plan.</summary>
    /// <param name="plan">The plan of the models' tables.</param>
    /// <param name="catalog">The statements that create the catalog; empty if it exists.</param>
    /// <param name="decisions">What needs a decision.</param>
    public static MirrorPlan Of(CopyPlan plan, IEnumerable<SqlStatement> catalog, IReadOnlyList<MirrorDecision> decisions) => new(
        [
            .. catalog.Select(static statement => new MirrorPlanStep(statement.Text, "The catalog of the copy")),
            .. plan.Steps,
            .. plan.Indexes.Select(static index => index.Step),
        ],
        decisions)
    {
        LoadedModels = plan.LoadedModels,
    };
}
