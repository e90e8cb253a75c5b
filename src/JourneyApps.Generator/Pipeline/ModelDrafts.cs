using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>Gives each model what it depends on from others: the names of their types, and nothing else of them.</summary>
internal static class ModelDrafts
{
    /// <summary>The drafts of a schema's models, in its order.</summary>
    /// <param name="types">The schema.</param>
    public static ModelDraft[] Make(SchemaTypes types)
    {
        var namesByModel = new Dictionary<string, ModelTypeNames>(types.Models.Count, StringComparer.Ordinal);
        for (int i = 0; i < types.Models.Count; i++) namesByModel[types.Models[i].Name] = types.Names[i];

        var drafts = new ModelDraft[types.Models.Count];
        for (int i = 0; i < drafts.Length; i++)
        {
            Model model = types.Models[i];
            drafts[i] = new ModelDraft(
                model, types.Names[i], Links(model, namesByModel), HasMany(types.Schema.DataModel, model, namesByModel),
                types.Chosen.Of(model.Name));
        }

        return drafts;
    }

    private static EquatableArray<string> Links(Model model, Dictionary<string, ModelTypeNames> namesByModel)
    {
        if (model.BelongsTo.Count == 0) return [];
        var links = new string[model.BelongsTo.Count];
        for (int i = 0; i < links.Length; i++)
        {
            links[i] = namesByModel.TryGetValue(model.BelongsTo[i].Model, out ModelTypeNames? names) ? names.Class : "";
        }

        return EquatableArray.Adopt(links);
    }

    private static EquatableArray<HasManyTarget> HasMany(
        DataModel schema, Model model, Dictionary<string, ModelTypeNames> namesByModel)
    {
        if (model.HasMany.Count == 0) return [];
        var targets = new List<HasManyTarget>(model.HasMany.Count);
        foreach (HasMany many in model.HasMany)
        {
            if (!namesByModel.TryGetValue(many.Model, out ModelTypeNames? names)) continue;
            // The platform does not check that a named inverse points back; one that does not would compare ids of another model.
            BelongsTo? inverse = schema.FindInverse(model, many);
            targets.Add(inverse is not null && inverse.Model == model.Name
                ? new HasManyTarget(many.Name, many.Model, names.Class, names.Fields, inverse.Name + "_id")
                : new HasManyTarget(many.Name, many.Model, "", "", ""));
        }

        return targets.ToEquatableArray();
    }
}
