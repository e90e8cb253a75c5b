using System.Collections.Immutable;
using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A schema whose types are named.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Models">The models that are generated, in the schema's order.</param>
/// <param name="Names">The names of their types, in the same order.</param>
/// <param name="Chosen">The names that the user chose.</param>
/// <param name="Findings">What is worth knowing about the names of types, and about choices that apply to nothing.</param>
internal sealed record SchemaTypes(
    SchemaModels Schema,
    EquatableArray<Model> Models,
    EquatableArray<ModelTypeNames> Names,
    ChosenNames Chosen,
    EquatableArray<NameFinding> Findings)
{
    /// <summary>Brings a schema and the names of its types together.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="allNames">The names of all schemas.</param>
    public static SchemaTypes Make(SchemaModels schema, ImmutableArray<SchemaTypeNames> allNames)
    {
        SchemaTypeNames names = Of(schema.Path, allNames);
        EquatableArray<NameFinding> findings = names.Findings;
        if (names.Chosen.Lines.Count > 0)
        {
            var all = new List<NameFinding>(findings);
            ChosenNameUse.AddUnused(all, schema.DataModel, names.Chosen);
            findings = all.ToEquatableArray();
        }

        return new SchemaTypes(schema, schema.Generated(), names.Names, names.Chosen, findings);
    }

    private static SchemaTypeNames Of(string path, ImmutableArray<SchemaTypeNames> all)
    {
        foreach (SchemaTypeNames names in all)
        {
            if (names.Path == path) return names;
        }

        throw new InvalidOperationException("The types of " + path + " have no names.");
    }
}
