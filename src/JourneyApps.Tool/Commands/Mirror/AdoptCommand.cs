using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror adopt</c>: lets a copy belong to another deployment.</summary>
internal static class AdoptCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        AccessOptions access = new();
        Option<bool> discard = new("--discard") { Description = "Delete all rows and load everything again. Default: keep the rows." };
        ToolCommand command = new(
            "adopt",
            "Lets a copy belong to the deployment of the base URL. Without it, a mirror refuses the copy of another deployment.",
            "journeyapps mirror adopt --to sqlite:copy.db",
            "journeyapps mirror adopt --to sqlite:copy.db --discard")
        {
            discard,
        };
        target.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, target.ResolveExisting(parsed, terminal), access.Resolve(parsed, terminal),
            parsed.GetValue(discard) ? MirrorAdoption.Discard : MirrorAdoption.Keep, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, MirrorDatabase database, JourneyAppOptions access, MirrorAdoption adoption, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        await Sql.RunAsync(terminal, () => new DatabaseMirror(client, database).AdoptAsync(adoption, cancellationToken));
        terminal.WriteMessage($"The copy belongs to {access.BaseAddress}. Run 'journeyapps mirror' to continue it.");
        return ExitCode.Success;
    }
}
