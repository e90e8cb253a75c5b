using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

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

    /// <summary>The plan of a copy in an empty database.</summary>
    public static MirrorPlan OfNewCopy(DataModel dataModel, DatabaseMirrorOptions options, SqlDialect dialect)
    {
        CopyPlan plan = CopyPlanner.Plan(CopyCatalog.Empty, [], dataModel, options, dialect, DateTimeOffset.UnixEpoch);
        return Of(plan, CopyState.Create(dialect), plan.Obstacles);
    }
}
