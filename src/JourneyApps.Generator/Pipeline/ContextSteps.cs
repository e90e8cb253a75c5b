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
            .Combine(schemas.Collect().Combine(plan).Select(static (all, cancellation)
                => GeneratedClasses.Of(all.Left, all.Right, cancellation)))
            .SelectMany(static (pair, cancellation) => Check(pair.Left, pair.Right, cancellation));

    private static IEnumerable<LocatedDiagnostic> Check(ContextUse use, GeneratedClasses generated, CancellationToken cancellation)
    {
        foreach (string name in generated.Among(use, cancellation))
        {
            yield return new(ConfigurationRules.ContextCannotSeeModels, [use.Type, name], use.Path, use.Range);
        }
    }
}
