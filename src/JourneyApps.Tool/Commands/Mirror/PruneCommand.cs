using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror prune</c>: drops what the data model no longer has.</summary>
internal static class PruneCommand
{
    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        AccessOptions access = new();
        ToolCommand command = new(
            "prune",
            "Drops the columns and tables of a copy that the data model no longer has, with their data, and prints the SQL that was run. "
                + "What a view uses stays, and the exit code is 1.",
            "journeyapps mirror prune --to sqlite:copy.db");
        target.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, target.ResolveExisting(parsed, terminal), access.Resolve(parsed, terminal), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, MirrorDatabase database, JourneyAppOptions access, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        MirrorPlan pruned = await Sql.RunAsync(terminal, () => new DatabaseMirror(client, database).PruneAsync(cancellationToken));
        Sql.WriteDecisions(terminal, pruned.Decisions);
        terminal.Out.Write(pruned.ToSql());
        terminal.WriteMessage(pruned.Steps.Count == 0 ? "Nothing was dropped." : $"{Plural.Of(pruned.Steps.Count, "statement")} run.");
        return pruned.Decisions.Count > 0 ? ExitCode.Found : ExitCode.Success;
    }
}
