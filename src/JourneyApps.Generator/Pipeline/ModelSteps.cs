using JourneyApps.Generator.Specs;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from named types to what is emitted.</summary>
internal static class ModelSteps
{
    /// <summary>The files to be generated, each model with what it depends on.</summary>
    /// <param name="types">The schemas.</param>
    /// <param name="plan">What is generated.</param>
    public static IncrementalValuesProvider<DraftFile> Drafts(
        IncrementalValuesProvider<SchemaTypes> types, IncrementalValueProvider<Plan> plan) =>
        types.Combine(plan)
            .SelectMany(static (pair, _) => Pipeline.Drafts.Make(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Drafts);

    /// <summary>The same with all members named; a model whose draft is unchanged is not named again.</summary>
    /// <param name="drafts">The files.</param>
    public static IncrementalValuesProvider<NamedFile> Named(IncrementalValuesProvider<DraftFile> drafts) =>
        drafts.Select(static (draft, cancellation) => NamedFile.Make(draft, cancellation)).WithTrackingName(StepNames.Named);

    /// <summary>What is emitted: the findings are left behind, so that they re-emit nothing.</summary>
    /// <param name="named">The files.</param>
    public static IncrementalValuesProvider<ModelFile> Files(IncrementalValuesProvider<NamedFile> named) =>
        named.Select(static (file, _) => file.File).WithTrackingName(StepNames.ModelFiles);

    /// <summary>The client of each schema.</summary>
    /// <param name="types">The schemas.</param>
    /// <param name="plan">What is generated.</param>
    public static IncrementalValuesProvider<ClientSpec> Clients(
        IncrementalValuesProvider<SchemaTypes> types, IncrementalValueProvider<Plan> plan) =>
        types.Combine(plan)
            .Select(static (pair, _) => Pipeline.Clients.Make(pair.Left, pair.Right))
            .Where(static client => client is not null)
            .Select(static (client, _) => client!)
            .WithTrackingName(StepNames.Clients);
}
