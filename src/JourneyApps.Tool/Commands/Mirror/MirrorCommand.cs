using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror</c>: keeps a copy of a deployment in a SQL database.</summary>
internal static class MirrorCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        CopyOptions copy = new();
        AccessOptions access = new();
        Option<bool> once = new("--once") { Description = "End when the copy has all changes, for scheduled jobs." };
        Option<bool> json = new("--json") { Description = "Print a JSON object per event on the standard output." };
        ToolCommand command = new(
            "mirror",
            "Keeps a copy of a deployment in a SQL database: loads all objects once, then follows the changes until it is stopped. "
                + "It resumes where it was.",
            "journeyapps mirror --to sqlite:copy.db --all --once",
            "journeyapps mirror --to postgresql --connection-env FIELD_DB --models job,site --deletes mark --history job",
            "journeyapps mirror plan --to postgresql --connection-file field.connection --all",
            "journeyapps mirror status --to sqlite:copy.db --max-lag 300")
        {
            once, json,
        };
        target.AddTo(command);
        copy.AddTo(command);
        access.AddTo(command);
        command.Add(PlanCommand.Create(terminal));
        command.Add(StatusCommand.Create(terminal));
        command.Add(VerifyCommand.Create(terminal));
        command.Add(ReloadCommand.Create(terminal));
        command.Add(PruneCommand.Create(terminal));
        command.Add(AdoptCommand.Create(terminal));
        command.SetAction((parsed, cancellationToken) =>
        {
            MirrorDatabase database = target.Resolve(parsed, terminal);
            DatabaseMirrorOptions options = copy.Read(parsed);
            return RunAsync(
                terminal, access.Resolve(parsed, terminal), database, options, parsed.GetValue(once), parsed.GetValue(json),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, JourneyAppOptions access, MirrorDatabase database, DatabaseMirrorOptions options, bool once, bool json,
        CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        CopyOptions.Check(options, await client.Deployment.GetDataModelAsync(cancellationToken));
        MirrorDisplay display = new(terminal, once, json);
        DatabaseMirror mirror = new(client, database, options with { Progress = display });
        try
        {
            Task running = once ? mirror.CatchUpAsync(cancellationToken) : mirror.RunAsync(cancellationToken);
            await Sql.RunAsync(terminal, () => display.ShowAsync(running, cancellationToken));
            display.WriteEnd(database.Place);
            return ExitCode.Success;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw ToolException.Resumable();
        }
    }
}
