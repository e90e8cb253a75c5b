using JourneyApps.Mirroring;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>SQL on the standard output, with what people have to know as comments, so that all of it can be run.</summary>
internal static class Sql
{
    /// <summary>Runs something with a database. If the database refuses it, the statements that remove the cause are written.</summary>
    /// <exception cref="ToolException">The database refused it.</exception>
    public static async Task<T> RunAsync<T>(Terminal terminal, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DatabaseMirrorException exception)
        {
            foreach (string statement in exception.Statements) terminal.Out.WriteLine($"{statement};");
            string sql = exception.Statements.Count == 0 ? "" : " The SQL for an administrator is on the standard output.";
            throw new ToolException(exception.Message + sql);
        }
    }

    /// <inheritdoc cref="RunAsync{T}(Terminal, Func{Task{T}})"/>
    public static Task RunAsync(Terminal terminal, Func<Task> work) => RunAsync(terminal, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Writes decisions with the SQL that drops and creates the views and indexes that they are about.</summary>
    public static void WriteDecisions(Terminal terminal, IReadOnlyList<MirrorDecision> decisions)
    {
        foreach (MirrorDecision decision in decisions)
        {
            terminal.Out.WriteLine($"-- To decide: {SafeText.Line(decision.Message)}");
            foreach (DependentObject user in decision.UsedBy)
            {
                WriteComment(terminal, user.DropText);
                if (user.CreateText is { } create) WriteComment(terminal, create);
            }
        }
    }

    private static void WriteComment(Terminal terminal, string statement)
    {
        string text = statement.TrimEnd().TrimEnd(';') + ";";
        foreach (string line in text.Split('\n')) terminal.Out.WriteLine($"--   {SafeText.Line(line.TrimEnd('\r'))}");
    }
}
