using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror reload</c>: lets the worker load models again.</summary>
internal static class ReloadCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        AccessOptions access = new();
        Option<string[]> models = new("--models", "-m")
        {
            Description = "The models, separated by commas. Default: all models of the copy.",
        };
        ToolCommand command = new(
            "reload",
            "Lets the running worker, or the next one, load models again. Rows that are equal are not written.",
            "journeyapps mirror reload --to sqlite:copy.db --models job")
        {
            models,
        };
        target.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, target.ResolveExisting(parsed, terminal), access.Resolve(parsed, terminal),
            CopyOptions.Names(parsed.GetValue(models)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, MirrorDatabase database, JourneyAppOptions access, string[] models, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        DatabaseMirror mirror = new(client, database);
        await Sql.RunAsync(terminal, () => mirror.ReloadAsync(models.Length == 0 ? null : models, cancellationToken));
        terminal.WriteMessage($"{(models.Length == 0 ? "All models" : string.Join(", ", models))} will be loaded again by the worker.");
        return ExitCode.Success;
    }
}
