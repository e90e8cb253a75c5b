using System.Collections.Immutable;
using JourneyApps.Generator.Contexts;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema.Reading;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from the project's JSON contexts to the warning that they cannot see generated models.</summary>
internal static class ContextSteps
{
    /// <summary>The findings.</summary>
    /// <param name="context">The generator's inputs.</param>
    /// <param name="types">The schemas.</param>
    /// <param name="plan">What is generated.</param>
    public static IncrementalValuesProvider<LocatedFinding> Findings(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<SchemaTypes> types, IncrementalValueProvider<Plan> plan) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ContextUses.Attribute, static (_, _) => true, static (found, cancellation) => ContextUses.Read(found, cancellation))
            .SelectMany(static (uses, _) => uses)
            .WithTrackingName(StepNames.Contexts)
            .Combine(types.Collect())
            .Combine(plan)
            .SelectMany(static (all, _) => Judge(all.Left.Left, all.Left.Right, all.Right));

    private static IEnumerable<LocatedFinding> Judge(ContextUse use, ImmutableArray<SchemaTypes> schemas, Plan plan)
    {
        foreach (SchemaTypes schema in schemas)
        {
            if (plan.FateOf(schema.Schema.Path) != SchemaFate.Generated) continue;
            foreach (ModelTypeNames names in (IEnumerable<ModelTypeNames>)schema.Names)
            {
                bool reached = use.Unresolved.Contains(names.Class)
                    || use.Declared.Contains(schema.Schema.Settings.Namespace + "." + names.Class);
                if (reached) yield return new(NamingRules.ContextCannotSeeModels, [use.Type, names.Class], use.Path, use.Range);
            }
        }
    }
}
