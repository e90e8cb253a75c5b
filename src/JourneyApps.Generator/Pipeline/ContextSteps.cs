using System.Collections.Immutable;
using JourneyApps.Generator.Contexts;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from the project's JSON contexts to the warning that they cannot see generated models.</summary>
internal static class ContextSteps
{
    /// <summary>The diagnostics.</summary>
    public static IncrementalValuesProvider<LocatedDiagnostic> Diagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NamedSchema> schemas,
        IncrementalValueProvider<GenerationPlan> plan)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ContextUse.Attribute, static (_, _) => true, static (found, cancellation) => ContextUse.Read(found, cancellation))
            .SelectMany(static (uses, _) => uses)
            .WithTrackingName(StepNames.Contexts)
            .Combine(schemas.Collect())
            .Combine(plan)
            .SelectMany(static (all, cancellation) => Check(all.Left.Left, all.Left.Right, all.Right, cancellation));

    private static IEnumerable<LocatedDiagnostic> Check(
        ContextUse use, ImmutableArray<NamedSchema> schemas, GenerationPlan plan, CancellationToken cancellation)
    {
        foreach (NamedSchema schema in schemas)
        {
            if (!plan.Generates(schema)) continue;
            foreach (string name in schema.Classes().Among(use, cancellation))
            {
                yield return new(ConfigurationRules.ContextCannotSeeModels, [use.Type, name], use.Path, use.Range);
            }
        }
    }
}
