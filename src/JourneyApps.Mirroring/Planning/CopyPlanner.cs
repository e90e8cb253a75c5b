using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Planning;

/// <summary>Plans how the tables of a copy become those of a data model: a function of what is there and what is wanted, without
/// I/O.</summary>
internal static class CopyPlanner
{
    /// <summary>Makes the plan.</summary>
    /// <param name="catalog">What the copy knows about its tables.</param>
    /// <param name="existing">The tables in the database, those of others included.</param>
    /// <param name="dataModel">The deployed data model.</param>
    /// <param name="options">Which models are copied, and how.</param>
    /// <param name="dialect">The SQL.</param>
    /// <param name="now">The time at which columns are retired.</param>
    public static CopyPlan Plan(
        CopyCatalog catalog, IReadOnlyList<DatabaseTable> existing, DataModel dataModel, DatabaseMirrorOptions options, SqlDialect dialect,
        DateTimeOffset now)
    {
        Model[] wanted = [.. dataModel.Models.Where(model => options.Copies(model.Name))];
        MirrorDecision[] problems = [.. Problems(dataModel, wanted), .. UnknownHistories(catalog, dataModel, options)];
        if (problems.Length > 0) return new CopyPlan([], catalog) { Obstacles = problems };

        var tables = new Dictionary<string, DatabaseTable>(StringComparer.OrdinalIgnoreCase);
        foreach (DatabaseTable table in existing) tables.TryAdd(table.Name, table);
        ModelPlanner[] planners =
        [
            .. wanted.Select(model => new ModelPlanner(
                model, options.KeepsVersions(model.Name), catalog.Find(model.Name), tables, dialect, now)),
        ];
        CatalogModel[] planned = [.. planners.Select(static planner => planner.Plan())];
        CatalogModel[] others = [.. catalog.Models.Where(model => !wanted.Any(other => other.Name == model.Name)).Select(model => model with
        {
            Phase = null,
            RetiredAt = dataModel.FindModel(model.Name) is null ? model.RetiredAt ?? now : null,
        })];
        return new CopyPlan(
            [.. planners.SelectMany(static planner => planner.Steps)],
            new CopyCatalog([.. planned, .. others], Options(catalog, wanted)))
        {
            Indexes = [.. planners.SelectMany(static planner => planner.Indexes)],
            Obstacles = [.. planners.Select(static planner => planner.Obstacle).OfType<MirrorDecision>()],
            Retiring =
            [
                .. planners.SelectMany(static planner => planner.Retiring),
                .. others.Where(model => model.RetiredAt == now && catalog.Find(model.Name)!.RetiredAt is null)
                    .Select(static model => new RetiringColumn(model.Name, model.Table, null, null)),
            ],
            LoadedModels = [.. wanted.Where((_, i) => planners[i].IsLoaded).Select(static model => model.Name)],
        };
    }

    private static IEnumerable<MirrorDecision> Problems(DataModel dataModel, Model[] wanted)
    {
        // Twins matter only among the models that are copied.
        var copied = dataModel with { Models = wanted };
        return CopyProblems.Of(copied).Select(static problem => new MirrorDecision(problem.Message) { Model = problem.Model });
    }

    // A name that is not in the data model is an error when the copy begins. A model that is removed later stays in the options.
    private static IEnumerable<MirrorDecision> UnknownHistories(CopyCatalog catalog, DataModel dataModel, DatabaseMirrorOptions options)
        => options.History.Where(name => catalog.Models.Count == 0 && dataModel.FindModel(name) is null).Select(static name
            => new MirrorDecision($"The data model has no model '{name}', whose history is to be kept. Change the options of the mirror.")
            {
                Model = name,
            });

    /// <summary>The options, those that the data model no longer has included: objects can still have their keys.</summary>
    private static CatalogOption[] Options(CopyCatalog catalog, Model[] wanted)
    {
        var options = new Dictionary<(string, string, string), CatalogOption>();
        foreach (CatalogOption option in catalog.Options)
            options[(option.Model, option.Field, option.Key)] = option with { Position = null };
        foreach (Model model in wanted)
        {
            foreach (Field field in model.Fields)
            {
                for (int i = 0; i < field.Options.Count; i++)
                {
                    if (field.Options[i].Key is not { } key) continue;
                    options[(model.Name, field.Name, key)] = new CatalogOption(model.Name, field.Name, key, field.Options[i].Label, i + 1);
                }
            }
        }

        return [.. options.Values];
    }
}
