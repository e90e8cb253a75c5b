using JourneyApps.Generator.Planning;
using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from named schemas to the specs of the generated files.</summary>
internal static class ModelSteps
{
    /// <summary>The files to generate, each model with everything its code depends on.</summary>
    public static IncrementalValuesProvider<ModelFile<ModelInputs>> Inputs(
        IncrementalValuesProvider<NamedSchema> schemas, IncrementalValueProvider<GenerationPlan> plan)
        => schemas.Combine(plan)
            .SelectMany(static (pair, cancellation) => ModelFilePartitioner.Partition(pair.Left, pair.Right, cancellation))
            .WithTrackingName(StepNames.ModelInputs);

    /// <summary>The same with all members named; a file whose inputs are unchanged is not named again.</summary>
    public static IncrementalValuesProvider<(ModelFile<ModelSpec> File, EquatableArray<NamingDiagnostic> Diagnostics)> Named(
        IncrementalValuesProvider<ModelFile<ModelInputs>> inputs)
        => inputs.Select(static (file, cancellation) => Name(file, cancellation)).WithTrackingName(StepNames.NamedModels);

    /// <summary>The specs alone, so that a diagnostic emits nothing again.</summary>
    public static IncrementalValuesProvider<ModelFile<ModelSpec>> Files(
        IncrementalValuesProvider<(ModelFile<ModelSpec> File, EquatableArray<NamingDiagnostic> Diagnostics)> named)
        => named.Select(static (pair, _) => pair.File).WithTrackingName(StepNames.ModelFiles);

    /// <summary>The client of each schema.</summary>
    public static IncrementalValuesProvider<ClientSpec> Clients(
        IncrementalValuesProvider<NamedSchema> schemas, IncrementalValueProvider<GenerationPlan> plan)
        => schemas.Combine(plan)
            .Where(static pair => pair.Right.Generates(pair.Left))
            .Select(static (pair, cancellation) => pair.Left.ToClient(cancellation))
            .WithTrackingName(StepNames.Clients);

    private static (ModelFile<ModelSpec> File, EquatableArray<NamingDiagnostic> Diagnostics) Name(
        ModelFile<ModelInputs> file, CancellationToken cancellation)
    {
        var models = new List<ModelSpec>(file.Models.Count);
        var diagnostics = new List<NamingDiagnostic>();
        foreach (ModelInputs model in file.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            models.Add(ModelNamer.Name(model, diagnostics, cancellation));
        }

        var named = new ModelFile<ModelSpec>(file.HintName, file.SchemaPath, file.Settings, models.ToEquatableArray());
        return (named, diagnostics.ToEquatableArray());
    }
}
