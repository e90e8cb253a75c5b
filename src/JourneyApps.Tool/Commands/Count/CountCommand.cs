using System.Globalization;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Count;

/// <summary><c>journeyapps count</c>: counts objects.</summary>
internal static class CountCommand
{
    public static Command Create(Terminal terminal)
    {
        AccessOptions access = new();
        WhereOptions where = new();
        ModelArguments models = new("count");
        ToolCommand command = new(
            "count",
            "Counts objects. Prints the number for one model, and a line with the name, a tab and the number for each of several.",
            "journeyapps count",
            "journeyapps count job --where \"state = ?\" --argument busy");
        models.AddTo(command);
        where.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] names = models.Read(parsed);
            WhereClause clause = where.Read(parsed, names.Length);
            return RunAsync(terminal, access.Resolve(parsed, terminal), names, clause, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions options, string[] names, WhereClause where, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(options);
        DataModel dataModel = await client.Deployment.GetDataModelAsync(cancellationToken);
        Model[] models = ModelName.FindAll(dataModel, names);
        foreach (Model model in models)
        {
            int count = await where.Of(client, model).CountAsync(cancellationToken);
            string number = count.ToString(CultureInfo.InvariantCulture);
            terminal.Out.WriteLine(names.Length == 1 ? number : SafeText.Line(model.Name) + "\t" + number);
        }

        return ExitCode.Success;
    }
}
