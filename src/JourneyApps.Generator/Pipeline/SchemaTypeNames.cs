using JourneyApps.Generator.Naming;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The names of a schema's types.</summary>
/// <param name="Path">The file.</param>
/// <param name="Names">The names, in the order of the generated models.</param>
/// <param name="Chosen">The names that the user chose.</param>
/// <param name="Findings">What is worth knowing about them.</param>
internal sealed record SchemaTypeNames(
    string Path, EquatableArray<ModelTypeNames> Names, ChosenNames Chosen, EquatableArray<NameFinding> Findings)
{
    /// <summary>Names the types of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="choices">The names that users chose.</param>
    public static SchemaTypeNames Make(SchemaOutline schema, EquatableArray<SchemaChoices> choices)
    {
        ChosenNames chosen = default;
        string stem = FileRoles.StemOf(schema.Path);
        foreach (SchemaChoices candidate in choices)
        {
            if (candidate.Stem == stem) chosen = candidate.Names;
        }

        var findings = new List<NameFinding>();
        ModelTypeNames[] names = TypeNamer.Name(schema.Models, schema.Settings, chosen, findings);
        return new SchemaTypeNames(
            schema.Path, EquatableArray.Adopt(names), chosen, findings.ToEquatableArray());
    }
}
