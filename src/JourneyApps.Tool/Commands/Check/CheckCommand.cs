using System.CommandLine;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Check;

/// <summary><c>journeyapps check</c>: whether a local schema is still the one that is deployed.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string> file = SchemaCliOptions.File("The local schema file. Default: schema.xml in this folder.");
        Option<FailOn> failOn = new("--fail-on")
        {
            Description = "Which differences give exit code 1: any, structure (no mere texts and indexes), or breaking.",
            DefaultValueFactory = _ => FailOn.Any,
        };
        Option<bool> json = new("--json") { Description = "Print the differences as JSON." };
        ToolCommand command = new(
            "check",
            "Compares a local schema with the deployed one. Exit code 0 when they agree, 1 when they differ, 3 when it could not be found out.",
            "journeyapps check schema.xml --token-file ~/.journeyapps-token",
            "journeyapps check --fail-on breaking --json > differences.json")
        {
            file, failOn, json,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            SchemaFile local = SchemaFile.ReadWhole(parsed.GetRequiredValue(file));
            return RunAsync(terminal, local, access.Resolve(parsed, terminal), parsed.GetValue(failOn), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, SchemaFile local, JourneyAppOptions options, FailOn failOn, bool asJson, CancellationToken cancellationToken)
    {
        using ToolClient client = new(options);
        DataModelSource source = new(client);
        (ParsedSchema deployed, ComparedFacts facts) = await FetchAsync(source, local, cancellationToken);
        if (!deployed.IsSchema) throw new ToolException("the deployment's answer is not a data model.");

        List<Difference> differences = DataModelComparison.Between(local.Schema.DataModel, deployed.DataModel, facts);
        if (asJson)
        {
            int breaking = differences.Count(difference => difference.Impact == Impact.Breaking);
            terminal.Out.WriteLine(JsonOutput.Write(new CheckReport(differences.Count == 0, breaking, differences)));
        }
        else
        {
            Print(terminal, local, differences);
        }

        return differences.Any(difference => Counts(difference, failOn)) ? ExitCode.Found : ExitCode.Success;
    }

    // XML against XML compares everything; where one side is JSON, both are taken as JSON knows them.
    private static async Task<(ParsedSchema Deployed, ComparedFacts Facts)> FetchAsync(DataModelSource source, SchemaFile local, CancellationToken cancellationToken)
    {
        if (!local.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                FetchedDataModel xml = await source.FetchXmlAsync(cancellationToken);
                return (DataModel.Parse(SchemaText.Decode(xml.Content), ApplicationFile.Beside(local.Path)), ComparedFacts.All);
            }
            catch (ToolException)
            {
                // Not every deployment serves XML; the documented JSON is the same model with fewer facts.
            }
        }

        FetchedDataModel json = (await source.FetchJsonAsync(null, cancellationToken))!;
        return (DataModel.Parse(SchemaText.Decode(json.Content)), ComparedFacts.InJson);
    }

    private static void Print(Terminal terminal, SchemaFile local, List<Difference> differences)
    {
        foreach (Difference difference in differences)
            terminal.Out.WriteLine(SafeText.Line(DifferenceLine.Of(difference) + (difference.Impact == Impact.Breaking ? "  (breaks generated code)" : "")));
        terminal.WriteMessage(differences.Count == 0
            ? $"{local.Path} is what is deployed."
            : $"{local.Path} and the deployment differ in {Plural.Of(differences.Count, "place")}. 'journeyapps pull' fetches what is deployed.");
    }

    private static bool Counts(Difference difference, FailOn failOn) => failOn switch
    {
        FailOn.Any => true,
        FailOn.Structure => difference.Impact != Impact.None,
        _ => difference.Impact == Impact.Breaking,
    };
}
