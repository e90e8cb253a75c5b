using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator;

/// <summary>Generates typed models and a client from an app's schema.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = ProjectSteps.Facts(context);
        var texts = FileSteps.Texts(context);
        var applications = FileSteps.Applications(texts);
        var namesFiles = FileSteps.NamesFiles(texts);

        var schemas = SchemaSteps.Schemas(texts, applications);
        var types = SchemaSteps.Types(schemas, FileSteps.Choices(namesFiles));
        var plan = SchemaSteps.Plan(types, project);

        var named = ModelSteps.Named(ModelSteps.Drafts(types, plan));
        var files = ModelSteps.Files(named);
        var clients = ModelSteps.Clients(types, plan);
        var contexts = ContextSteps.Findings(context, types, plan);
        var findings = FindingSteps.All(schemas, types, named, namesFiles, plan);

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Models.Count > 0) output.AddSource(file.HintName, ModelFileEmitter.Emit(file, output.CancellationToken));
        });
        context.RegisterSourceOutput(clients, static (output, client) =>
            output.AddSource(HintNames.ForClient(client.Settings.Client), ClientEmitter.Emit(client)));
        context.RegisterSourceOutput(findings, static (output, finding) => output.ReportDiagnostic(Reporting.ToDiagnostic(finding)));
        context.RegisterSourceOutput(contexts, static (output, finding) => output.ReportDiagnostic(Reporting.ToDiagnostic(finding)));
    }
}
