using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror plan</c>: prints the SQL that a mirror would run.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        CopyOptions copy = new();
        AccessOptions access = new();
        Option<bool> json = new("--json") { Description = "Print the plan as JSON." };
        ToolCommand command = new(
            "plan",
            "Prints the SQL that a mirror would run for the deployed data model, and changes nothing. Exits with code 1 when something "
                + "needs a decision, such as a view that uses a column that will no longer be written.",
            "journeyapps mirror plan --to sqlite:copy.db --all",
            "journeyapps mirror plan --to postgresql --connection-env FIELD_DB --models job,site > tables.sql")
        {
            json,
        };
        target.AddTo(command);
        copy.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            MirrorDatabase database = target.Resolve(parsed, terminal);
            DatabaseMirrorOptions options = copy.Read(parsed);
            return RunAsync(terminal, access.Resolve(parsed, terminal), database, options, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions access, MirrorDatabase database, DatabaseMirrorOptions options, bool json,
        CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        CopyOptions.Check(options, await client.Deployment.GetDataModelAsync(cancellationToken));
        MirrorPlan plan = await Sql.RunAsync(terminal, () => new DatabaseMirror(client, database, options).PlanAsync(cancellationToken));
        if (json)
        {
            terminal.Out.WriteLine(JsonOutput.Serialize(plan));
        }
        else
        {
            Sql.WriteDecisions(terminal, plan.Decisions);
            terminal.Out.Write(plan.ToSql());
            string load = plan.LoadedModels.Count == 0 ? "" : $" Loaded afterwards: {string.Join(", ", plan.LoadedModels)}.";
            string steps = plan is { Steps.Count: 0, Decisions.Count: 0 }
                ? "The tables fit the data model."
                : $"{Plural.Of(plan.Steps.Count, "statement")}.";
            terminal.WriteMessage(steps + load);
        }

        return plan.Decisions.Count > 0 ? ExitCode.Found : ExitCode.Success;
    }
}
