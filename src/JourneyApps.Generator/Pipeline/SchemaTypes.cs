using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A schema whose types are named.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Models">The models that are generated, in the schema's order.</param>
/// <param name="Names">The names of their types, in the same order.</param>
/// <param name="Chosen">The names that the user chose.</param>
/// <param name="Findings">What is worth knowing about the names of types.</param>
internal sealed record SchemaTypes(
    SchemaModels Schema,
    EquatableArray<Model> Models,
    EquatableArray<ModelTypeNames> Names,
    ChosenNames Chosen,
    EquatableArray<NameFinding> Findings)
{
    /// <summary>Names the types of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="choices">The names that users chose.</param>
    public static SchemaTypes Make(SchemaModels schema, EquatableArray<SchemaChoices> choices)
    {
        ChosenNames chosen = default;
        string stem = FileRoles.StemOf(schema.Path);
        foreach (SchemaChoices candidate in choices)
        {
            if (candidate.Stem == stem) chosen = candidate.Names;
        }

        List<Model> models = Generated(schema);
        var findings = new List<NameFinding>();
        ModelTypeNames[] names = TypeNamer.Name(models, schema.Settings, chosen, findings);
        ChosenNameUse.AddUnused(findings, schema.DataModel, chosen);
        return new SchemaTypes(
            schema, models.ToEquatableArray(), EquatableArray.Create<ModelTypeNames>(names), chosen, findings.ToEquatableArray());
    }

    private static List<Model> Generated(SchemaModels schema)
    {
        var models = new List<Model>(schema.DataModel.Models.Count);
        if (!schema.IsSchema) return models;
        var faulty = new HashSet<string>(schema.FaultyModels, StringComparer.Ordinal);
        foreach (Model model in schema.DataModel.Models)
        {
            if (!faulty.Contains(model.Name)) models.Add(model);
        }

        return models;
    }
}
