using System.CommandLine.Help;
using System.CommandLine.Invocation;
using JourneyApps.Tool.Commands.Check;
using JourneyApps.Tool.Commands.Copy;
using JourneyApps.Tool.Commands.Count;
using JourneyApps.Tool.Commands.Delete;
using JourneyApps.Tool.Commands.Diff;
using JourneyApps.Tool.Commands.Emulate;
using JourneyApps.Tool.Commands.Export;
using JourneyApps.Tool.Commands.Get;
using JourneyApps.Tool.Commands.Import;
using JourneyApps.Tool.Commands.Lint;
using JourneyApps.Tool.Commands.Log;
using JourneyApps.Tool.Commands.Mcp;
using JourneyApps.Tool.Commands.Mirror;
using JourneyApps.Tool.Commands.Pull;
using JourneyApps.Tool.Commands.Show;

namespace JourneyApps.Tool;

/// <summary>Builds the root command and maps exceptions to exit codes.</summary>
internal static class ToolApp
{
    // A value can begin with @, which the library would otherwise take for the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line and returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        string name = "journeyapps";
        try
        {
            ParseResult parsed = CreateRoot(terminal).Parse(args, Parsing);
            name = Name(parsed);
            if (parsed.Action is ParseErrorAction)
            {
                WriteError(terminal, $"{name}: {SafeText.Line(UsageErrors.Format(parsed))} See '{name} --help'.");
                return ExitCode.Usage;
            }

            // The process handles signals itself: the library has one exit code for all of them.
            InvocationConfiguration configuration = new()
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, terminal.Stop);
        }
        catch (OutputClosedException)
        {
            // As other programs, without a message: the reader has what it wanted.
            return ExitCode.OutputClosed;
        }
        catch (Exception exception)
        {
            (string line, int exitCode) = ErrorFormatter.Format(exception, terminal.Stop.IsCancellationRequested);
            WriteError(terminal, $"{name}: {SafeText.Line(line)}");
            return exitCode;
        }
    }

    /// <summary>The root command with all commands.</summary>
    internal static RootCommand CreateRoot(Terminal terminal)
    {
        RootCommand root = new("Works with the data models and objects of JourneyApps deployments.")
        {
            PullCommand.Create(terminal),
            CheckCommand.Create(terminal),
            DiffCommand.Create(terminal),
            LintCommand.Create(terminal),
            ShowCommand.Create(terminal),
            GetCommand.Create(terminal),
            CountCommand.Create(terminal),
            LogCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ImportCommand.Create(terminal),
            CopyCommand.Create(terminal),
            DeleteCommand.Create(terminal),
            MirrorCommand.Create(terminal),
            EmulateCommand.Create(terminal),
            McpCommand.Create(terminal),
        };
        // Without a command, show the help instead of an error.
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help }) option.Action = new ExamplesHelp(help);
        }

        return root;
    }

    private static void WriteError(Terminal terminal, string line)
    {
        try
        {
            terminal.Error.WriteLine(line);
        }
        catch (IOException)
        {
            // The error stream is full or closed; the exit code remains.
        }
    }

    private static string Name(ParseResult parsed)
        => NameOf(parsed.CommandResult.Command);

    private static string NameOf(Command command)
        => command is RootCommand ? "journeyapps"
            : $"{command.Parents.OfType<Command>().Select(NameOf).FirstOrDefault("journeyapps")} {command.Name}";
}
