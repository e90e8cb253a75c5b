using JourneyApps.Schema;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from texts to named types.</summary>
internal static class SchemaSteps
{
    /// <summary>The schemas as read.</summary>
    /// <param name="texts">The files.</param>
    /// <param name="applications">What stands beside them.</param>
    public static IncrementalValuesProvider<SchemaFile> Schemas(
        IncrementalValuesProvider<SchemaText> texts, IncrementalValueProvider<EquatableArray<ApplicationFile>> applications) =>
        texts.Where(static text => text.Role == FileRole.Schema)
            .Combine(applications)
            .Select(static (pair, _) => SchemaFile.Read(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Schemas);

    /// <summary>The schemas with the names of all types, positions left behind.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="choices">The names that users chose.</param>
    public static IncrementalValuesProvider<SchemaTypes> Types(
        IncrementalValuesProvider<SchemaFile> schemas, IncrementalValueProvider<EquatableArray<SchemaChoices>> choices)
    {
        var models = schemas.Select(static (schema, _) => schema.WithoutPositions()).WithTrackingName(StepNames.DataModels);
        var names = models.Select(static (schema, _) => SchemaOutline.Of(schema))
            .WithTrackingName(StepNames.Outlines)
            .Combine(choices)
            .Select(static (pair, _) => SchemaTypeNames.Make(pair.Left, pair.Right))
            .WithTrackingName(StepNames.TypeNames);
        return models.Combine(names.Collect())
            .Select(static (pair, _) => SchemaTypes.Make(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Types);
    }

    /// <summary>What is generated from which file.</summary>
    /// <param name="types">The schemas.</param>
    /// <param name="project">The project.</param>
    public static IncrementalValueProvider<Plan> Plan(
        IncrementalValuesProvider<SchemaTypes> types, IncrementalValueProvider<ProjectFacts> project) =>
        types.Collect()
            .Combine(project)
            .Select(static (pair, _) => Planner.Make(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Plan);
}
