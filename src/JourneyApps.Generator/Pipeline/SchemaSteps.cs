using JourneyApps.Generator.Inputs;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from the text of schemas to named types and the plan.</summary>
internal static class SchemaSteps
{
    /// <summary>The parsed schemas.</summary>
    public static IncrementalValuesProvider<ParsedSchemaFile> Parsed(
        IncrementalValuesProvider<SchemaSource> sources,
        IncrementalValueProvider<EquatableArray<(string Folder, SchemaOptions Options)>> applications)
        => sources.Where(static source => source.Role == FileRole.Schema)
            .Combine(applications)
            .Select(static (pair, cancellation) => ParsedSchemaFile.Parse(pair.Left, pair.Right, cancellation))
            .WithTrackingName(StepNames.ParsedSchemas);

    /// <summary>The schemas with the names of all types, without positions.</summary>
    public static IncrementalValuesProvider<NamedSchema> Named(
        IncrementalValuesProvider<ParsedSchemaFile> parsed,
        IncrementalValueProvider<EquatableArray<(string Stem, NameOverrides Overrides)>> overrides)
    {
        var snapshots = parsed.Select(static (schema, _) => schema.ToSnapshot()).WithTrackingName(StepNames.Snapshots);
        var types = snapshots.Select(static (schema, _) => (schema.Path, Inputs: TypeNameInputs.Of(
                schema.DataModel, schema.FaultyModels, schema.Settings.Namespace, schema.Settings.Client, schema.Settings.Rows)))
            .WithTrackingName(StepNames.TypeNameInputs)
            .Combine(overrides)
            .Select(static (pair, cancellation)
                => (pair.Left.Path, TypeNamer.Name(pair.Left.Inputs, OverridesOf(pair.Left.Path, pair.Right), cancellation)))
            .WithTrackingName(StepNames.TypeNames);
        return snapshots.Combine(types.Collect())
            .Select(static (pair, cancellation) => NamedSchema.Join(pair.Left, pair.Right, cancellation))
            .WithTrackingName(StepNames.NamedSchemas);
    }

    /// <summary>What is generated from which file.</summary>
    public static IncrementalValueProvider<GenerationPlan> Plan(
        IncrementalValuesProvider<NamedSchema> schemas, IncrementalValueProvider<ProjectFacts> project)
        => schemas.Collect()
            .Combine(project)
            .Select(static (pair, cancellation) => GenerationPlanner.Make(pair.Left, pair.Right, cancellation))
            .WithTrackingName(StepNames.Plan);

    private static NameOverrides OverridesOf(string path, EquatableArray<(string Stem, NameOverrides Overrides)> all)
    {
        string stem = FileRoles.StemOf(path);
        return all.LastOrDefault(candidate => candidate.Stem == stem).Overrides ?? NameOverrides.None;
    }
}
