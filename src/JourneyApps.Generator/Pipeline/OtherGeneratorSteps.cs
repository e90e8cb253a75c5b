using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.OtherGenerators;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from what the project gives to other source generators to the warning that they cannot see generated types.</summary>
internal static class OtherGeneratorSteps
{
    /// <summary>The diagnostics. One step finds all uses, because each step costs every run of the compiler several kilobytes.</summary>
    public static IncrementalValuesProvider<LocatedDiagnostic> Diagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NamedSchema> schemas,
        IncrementalValueProvider<GenerationPlan> plan)
        => context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => UseReader.IsCandidate(node), UseReader.Read)
            .SelectMany(static (found, _) => found)
            .WithTrackingName(StepNames.OtherGenerators)
            .Combine(schemas.Collect())
            .Combine(plan)
            .SelectMany(static (all, cancellation) => Check(all.Left.Left, all.Left.Right, all.Right, cancellation));

    private static IEnumerable<LocatedDiagnostic> Check(
        GeneratorUse use, ImmutableArray<NamedSchema> schemas, GenerationPlan plan, CancellationToken cancellation)
    {
        foreach (NamedSchema schema in schemas)
        {
            if (!plan.Generates(schema)) continue;
            // Refit copies the names of types into its code, where a global using makes them known.
            if (use.Generator == OtherGenerator.Refit && schema.Schema.Settings.GlobalUsings) continue;
            // Minimal APIs use reflection unless the project turns their generator on.
            if (use.Generator == OtherGenerator.RequestDelegates && !schema.Schema.Settings.GeneratesEndpoints) continue;
            foreach (string name in schema.GeneratedTypes().Among(use, cancellation))
            {
                string[] arguments =
                    [use.Type, name, OtherGeneratorWords.NameOf(use.Generator), OtherGeneratorWords.CureOf(use.Generator)];
                yield return new(ConfigurationRules.OtherGeneratorCannotSeeTypes, arguments, use.Path, use.Range);
            }
        }
    }
}
