using JourneyApps.Generator.Diagnostics;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps that end in findings.</summary>
internal static class FindingSteps
{
    /// <summary>All findings at their places.</summary>
    /// <param name="schemas">The schemas with positions.</param>
    /// <param name="types">Their types, with findings.</param>
    /// <param name="named">Their members, with findings.</param>
    /// <param name="names">The names files with positions.</param>
    /// <param name="plan">What is generated, with findings.</param>
    public static IncrementalValuesProvider<LocatedFinding> All(
        IncrementalValuesProvider<SchemaFile> schemas,
        IncrementalValuesProvider<SchemaTypes> types,
        IncrementalValuesProvider<NamedFile> named,
        IncrementalValueProvider<EquatableArray<NamesFile>> names,
        IncrementalValueProvider<Plan> plan)
    {
        var ofTypes = types
            .Select(static (schema, _) => new FindingsOf(schema.Schema.Path, schema.Findings))
            .Where(static part => part.Findings.Count > 0)
            .Collect();
        var ofMembers = named
            .Select(static (file, _) => new FindingsOf(file.Path, file.Findings))
            .Where(static part => part.Findings.Count > 0)
            .Collect();
        var ofSchemas = schemas.Combine(ofTypes).Combine(ofMembers).Combine(names).Combine(plan)
            .SelectMany(static (all, _) => FindingsJoin.Make(
                all.Left.Left.Left.Left, all.Left.Left.Left.Right, all.Left.Left.Right, all.Left.Right, all.Right))
            .Collect();

        return plan.Combine(ofSchemas).Combine(names)
            .SelectMany(static (all, _) => all.Left.Left.Findings.Concat(all.Left.Right).Concat(WithoutSchema(all.Right, all.Left.Left)))
            .WithTrackingName(StepNames.Findings);
    }

    private static IEnumerable<LocatedFinding> WithoutSchema(EquatableArray<NamesFile> names, Plan plan)
    {
        foreach (NamesFile file in (IEnumerable<NamesFile>)names)
        {
            string stem = FileRoles.StemOf(file.Path);
            if (plan.Entries.Any(entry => FileRoles.StemOf(entry.Path) == stem)) continue;
            yield return new(ConfigurationRules.NamesWithoutSchema, [Path.GetFileName(file.Path)], file.Path, null);
        }
    }
}
