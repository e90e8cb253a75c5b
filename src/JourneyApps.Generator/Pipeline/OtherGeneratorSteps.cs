using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Options;
using JourneyApps.Generator.OtherGenerators;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from what the project gives to other source generators to the warning that they cannot see generated types.</summary>
internal static class OtherGeneratorSteps
{
    private static readonly string[] RefitAttributes =
        ["Refit.GetAttribute", "Refit.PostAttribute", "Refit.PutAttribute", "Refit.PatchAttribute", "Refit.DeleteAttribute"];

    /// <summary>The diagnostics, one value per kind of use.</summary>
    public static IEnumerable<IncrementalValuesProvider<LocatedDiagnostic>> Diagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NamedSchema> schemas,
        IncrementalValueProvider<GenerationPlan> plan)
    {
        var all = schemas.Collect().Combine(plan);
        foreach (IncrementalValuesProvider<EquatableArray<GeneratorUse>> uses in Uses(context))
        {
            yield return uses
                .SelectMany(static (found, _) => found)
                .WithTrackingName(StepNames.OtherGenerators)
                .Combine(all)
                .SelectMany(static (pair, cancellation) => Check(pair.Left, pair.Right.Left, pair.Right.Right, cancellation));
        }
    }

    private static IEnumerable<IncrementalValuesProvider<EquatableArray<GeneratorUse>>> Uses(
        IncrementalGeneratorInitializationContext context)
    {
        SyntaxValueProvider syntax = context.SyntaxProvider;
        yield return syntax.ForAttributeWithMetadataName(
            "System.Text.Json.Serialization.JsonSerializableAttribute", static (_, _) => true, UseReader.OfAttributes);
        yield return syntax.ForAttributeWithMetadataName(
            "Riok.Mapperly.Abstractions.MapperAttribute", static (_, _) => true, UseReader.OfMapper);
        yield return syntax.ForAttributeWithMetadataName(
            "Microsoft.Extensions.Logging.LoggerMessageAttribute",
            static (_, _) => true,
            static (found, cancellation) => UseReader.OfMethod(OtherGenerator.LoggerMessage, UseDepth.Itself, found, cancellation));
        yield return syntax.ForAttributeWithMetadataName(
            "Microsoft.AspNetCore.Components.ParameterAttribute", static (_, _) => true, UseReader.OfComponentParameter);
        foreach (string attribute in RefitAttributes)
        {
            yield return syntax.ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                static (found, cancellation) => UseReader.OfMethod(OtherGenerator.Refit, UseDepth.Arguments, found, cancellation));
        }

        // Minimal APIs use reflection unless the project turns their generator on.
        var isOn = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildOptions.IsOn(options.GlobalOptions, "EnableRequestDelegateGenerator"));
        yield return syntax.CreateSyntaxProvider(static (node, _) => UseReader.IsEndpoint(node), UseReader.OfEndpoint)
            .Combine(isOn)
            .Select(static (pair, _) => pair.Right ? pair.Left : []);
    }

    private static IEnumerable<LocatedDiagnostic> Check(
        GeneratorUse use, ImmutableArray<NamedSchema> schemas, GenerationPlan plan, CancellationToken cancellation)
    {
        foreach (NamedSchema schema in schemas)
        {
            if (!plan.Generates(schema)) continue;
            // Refit copies the names of types into its code, where a global using makes them known.
            if (use.Generator == OtherGenerator.Refit && schema.Schema.Settings.GlobalUsings) continue;
            foreach (string name in schema.GeneratedTypes().Among(use, cancellation))
            {
                string[] arguments =
                    [use.Type, name, OtherGeneratorWords.NameOf(use.Generator), OtherGeneratorWords.CureOf(use.Generator)];
                yield return new(ConfigurationRules.OtherGeneratorCannotSeeTypes, arguments, use.Path, use.Range);
            }
        }
    }
}
