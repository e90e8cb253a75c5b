using System.Net;
using JourneyApps.Deployments;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Pull;

/// <summary><c>journeyapps pull</c>: saves a deployment's data model to a file.</summary>
internal static class PullCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Option<PullFormat> format = WordOption.Create("--format", "The format: xml or json.", PullFormat.Xml, "-f");
        Option<string> output = new("--output", "-o")
        {
            Description = "The file to write. Default: schema.xml, or datamodel.json with --format json.",
        };
        Option<bool> force = new("--force") { Description = "Fetch and write the file even when nothing changed." };
        ToolCommand command = new(
            "pull",
            "Saves the data model of a deployment to a file. A file that is up to date is not rewritten.",
            "journeyapps pull --base-url https://{app}.backend.us.journeyapps.com/api/v4/{id} --token-file ~/.journeyapps-token",
            "journeyapps pull --format json --output Models/datamodel.json")
        {
            format, output, force,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            PullFormat form = parsed.GetValue(format);
            string target = parsed.GetValue(output) ?? (form == PullFormat.Xml ? "schema.xml" : "datamodel.json");
            return RunAsync(terminal, access.Resolve(parsed, terminal), form, target, parsed.GetValue(force), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, PullFormat format, string target, bool force, CancellationToken cancellationToken)
    {
        OwnFile.Check(target);
        using JourneyClient client = new(options);
        string? known = force ? null : PulledVersion.TagOf(target, options.BaseAddress!);

        // The JSON is fetched first, for XML too, because only the JSON has an entity tag. After a deployment between the two requests the
        // older tag is stored and the next pull fetches again; in the other order it would miss the change.
        DataModelDocument? json = await client.Deployment.GetDataModelJsonAsync(known, cancellationToken);
        if (json is null)
        {
            terminal.WriteMessage($"{target} is up to date.");
            return ExitCode.Success;
        }

        byte[] content = (format == PullFormat.Json ? json : await FetchXmlAsync(client.Deployment, cancellationToken)).Content.ToArray();
        ParsedSchema fetched = SchemaParser.Parse(SchemaFiles.Decode(content), SchemaFiles.ReadOptions(target), cancellationToken);
        if (!fetched.IsSchema || fetched.DataModel.Models.Count == 0)
            throw new ToolException("the deployment's response is not a data model; nothing was written.");

        Write(terminal, target, content, fetched, force);
        PulledVersion.Remember(target, options.BaseAddress!, json.EntityTag, content);
        return ExitCode.Success;
    }

    private static async Task<DataModelDocument> FetchXmlAsync(DeploymentClient deployment, CancellationToken cancellationToken)
    {
        try
        {
            return (await deployment.GetDataModelXmlAsync(null, cancellationToken))!;
        }
        catch (JourneyApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ToolException("this deployment does not serve its schema as XML. Use --format json.");
        }
    }

    private static void Write(Terminal terminal, string target, byte[] content, ParsedSchema fetched, bool force)
    {
        byte[]? before = File.Exists(target) ? File.ReadAllBytes(target) : null;
        if (!force && before is not null && before.AsSpan().SequenceEqual(content))
        {
            terminal.WriteMessage($"{target} is up to date.");
            return;
        }

        AtomicFile.Write(target, content);
        terminal.WriteMessage($"{target} written: {Plural.Of(fetched.DataModel.Models.Count, "model")}.");
        if (before is not null)
            PrintChanges(terminal, SchemaParser.Parse(SchemaFiles.Decode(before), SchemaFiles.ReadOptions(target)), fetched);
        int errors = fetched.Diagnostics.Count(diagnostic => diagnostic.Severity == SchemaSeverity.Error);
        if (errors > 0) terminal.WriteWarning($"it has {Plural.Of(errors, "error")}. Run 'journeyapps lint {target}'.");
    }

    private static void PrintChanges(Terminal terminal, ParsedSchema before, ParsedSchema after)
    {
        if (!before.IsSchema) return;
        foreach (DataModelChange change in DataModelComparison.Compare(before.DataModel, after.DataModel))
            terminal.WriteMessage($"  {change}");
    }
}
