using System.Net;
using JourneyApps.Deployments;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Check;

/// <summary><c>journeyapps check</c>: compares a local schema with the deployed one.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string> file = SchemaCliOptions.File("The local schema file. Default: schema.xml in this folder.");
        Option<FailOn> failOn = WordOption.Create(
            "--fail-on", "Which differences exit with code 1: any, structure (all but texts and indexes) or breaking.", FailOn.Any);
        Option<bool> json = new("--json") { Description = "Print the differences as JSON." };
        ToolCommand command = new(
            "check",
            "Compares a local schema with the deployed one. Exits with code 0 when they are the same, 1 when they differ, 3 on failure.",
            "journeyapps check schema.xml --token-file ~/.journeyapps-token",
            "journeyapps check --fail-on breaking --json > differences.json")
        {
            file, failOn, json,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var local = SchemaFile.ReadValid(parsed.GetRequiredValue(file));
            return RunAsync(
                terminal, local, access.Resolve(parsed, terminal), parsed.GetValue(failOn), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, SchemaFile local, JourneyAppOptions options, FailOn failOn, bool asJson, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        (ParsedSchema deployed, DataModelDetail detail) = await FetchAsync(client.Deployment, local, cancellationToken);
        if (!deployed.IsSchema) throw new ToolException("the deployment's response is not a data model.");

        IReadOnlyList<DataModelChange> changes = DataModelComparison.Compare(
            local.Schema.DataModel, deployed.DataModel, detail, cancellationToken);
        // In each difference, "before" is the local file and "after" the deployment.
        if (asJson) terminal.Out.WriteLine(ChangeReport.Json(changes));
        else Print(terminal, local, changes);
        return changes.Any(change => ChangeReport.Counts(change, failOn)) ? ExitCode.Found : ExitCode.Success;
    }

    // Two XML schemas are compared completely. When one side is JSON, only what the JSON contains is compared.
    private static async Task<(ParsedSchema Deployed, DataModelDetail Detail)> FetchAsync(
        DeploymentClient deployment, SchemaFile local, CancellationToken cancellationToken)
    {
        if (!local.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                DataModelDocument xml = (await deployment.GetDataModelXmlAsync(null, cancellationToken))!;
                return (SchemaParser.Parse(xml.Text, SchemaFiles.ReadOptions(local.Path), cancellationToken), DataModelDetail.Xml);
            }
            catch (JourneyApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
            {
                // Not every deployment serves XML. The JSON describes the same models with less detail.
            }
        }

        DataModelDocument json = (await deployment.GetDataModelJsonAsync(null, cancellationToken))!;
        return (SchemaParser.Parse(json.Text, cancellationToken: cancellationToken), DataModelDetail.Json);
    }

    private static void Print(Terminal terminal, SchemaFile local, IReadOnlyList<DataModelChange> changes)
    {
        foreach (DataModelChange change in changes) terminal.Out.WriteLine(ChangeReport.Line(change));
        terminal.WriteMessage(changes.Count == 0
            ? $"{local.Path} is the same as the deployed schema."
            : $"{local.Path} and the deployed schema have {Plural.Of(changes.Count, "difference")}. "
                + "Run 'journeyapps pull' to fetch the deployed schema.");
    }
}
