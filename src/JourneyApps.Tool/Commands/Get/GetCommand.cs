using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Get;

/// <summary><c>journeyapps get</c>: prints objects.</summary>
internal static class GetCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        Argument<string> model = new("model") { Description = "The model." };
        Argument<string[]> ids = new("id") { Description = "The ids of the objects.", Arity = ArgumentArity.OneOrMore };
        model.Validators.Add(SchemaCliOptions.RejectOptions);
        ids.Validators.Add(SchemaCliOptions.RejectOptions);
        ToolCommand command = new(
            "get",
            "Prints objects as the API returns them, one JSON object per line. Exits with code 1 when an object does not exist.",
            "journeyapps get job 613e4cb0-e665-4705-aaef-2fb91adacabd",
            "journeyapps get job 613e4cb0-e665-4705-aaef-2fb91adacabd | jq .title")
        {
            model, ids,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, access.Resolve(parsed, terminal), parsed.GetRequiredValue(model), parsed.GetRequiredValue(ids), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, string name, string[] ids, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        Model model = ModelName.Find(await client.Deployment.GetDataModelAsync(cancellationToken), name);
        int missing = 0;
        foreach (string id in ids)
        {
            if (await client.Objects(model.Name).FindAsync(id, cancellationToken) is { } record)
            {
                terminal.Out.WriteLine(record.ToJson());
            }
            else
            {
                missing++;
                terminal.WriteMessage($"there is no {model.Name} '{id}'.");
            }
        }

        return missing > 0 ? ExitCode.Found : ExitCode.Success;
    }
}
