using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Pipeline;
using JourneyApps.Generator.Planning;

namespace JourneyApps.Generator;

/// <summary>Generates typed models and a client from an app's schema.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = ProjectSteps.Facts(context);
        var sources = FileSteps.Sources(context);
        var applications = FileSteps.Applications(sources);
        var overrides = FileSteps.NameOverrideFiles(sources);

        var parsed = SchemaSteps.Parsed(sources, applications);
        var schemas = SchemaSteps.Named(parsed, FileSteps.Overrides(overrides));
        var plan = SchemaSteps.Plan(schemas, project);

        var models = ModelSteps.Named(ModelSteps.Inputs(schemas, plan));
        var files = ModelSteps.Files(models);
        var clients = ModelSteps.Clients(schemas, plan);
        var diagnostics = DiagnosticSteps.All(parsed, schemas, models, overrides, plan);

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Models.Count > 0) output.AddSource(file.HintName, ModelFileEmitter.Emit(file, output.CancellationToken));
        });
        context.RegisterSourceOutput(clients, static (output, client)
            => output.AddSource(HintNames.ForClient(client.Settings.Client), ClientEmitter.Emit(client, output.CancellationToken)));
        context.RegisterSourceOutput(diagnostics, static (output, found) => Reporting.Report(output, found));
        context.RegisterSourceOutput(
            OtherGeneratorSteps.Diagnostics(context, schemas, plan), static (output, found) => Reporting.Report(output, found));
    }
}
