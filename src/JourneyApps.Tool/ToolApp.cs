using System.CommandLine.Help;
using System.CommandLine.Invocation;
using JourneyApps.Tool.Commands.Check;
using JourneyApps.Tool.Commands.Emulate;
using JourneyApps.Tool.Commands.Export;
using JourneyApps.Tool.Commands.Import;
using JourneyApps.Tool.Commands.Lint;
using JourneyApps.Tool.Commands.Pull;
using JourneyApps.Tool.Commands.Show;

namespace JourneyApps.Tool;

/// <summary>Builds the root command and maps exceptions to exit codes.</summary>
internal static class ToolApp
{
    // After Ctrl+C or SIGTERM a command has this long to close its files and connections.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Runs a command line and returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        ParseResult parsed = CreateRoot(terminal).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            string error = SafeText.Line(ErrorFormatter.Format(parsed.Errors[0]));
            terminal.Error.WriteLine($"{Name(parsed)}: {error} See '{Name(parsed)} --help'.");
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TerminationTimeout,
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception exception) when (ErrorFormatter.TryFormat(exception, out string? line, out int exitCode))
        {
            terminal.Error.WriteLine($"{Name(parsed)}: {SafeText.Line(line)}");
            return exitCode;
        }
    }

    private static RootCommand CreateRoot(Terminal terminal)
    {
        RootCommand root = new("Works with the data models and objects of JourneyApps deployments.")
        {
            PullCommand.Create(terminal),
            CheckCommand.Create(terminal),
            LintCommand.Create(terminal),
            ShowCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ImportCommand.Create(terminal),
            EmulateCommand.Create(terminal),
        };
        // Without a command, show the help instead of an error.
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help }) option.Action = new ExamplesHelp(help);
        }

        return root;
    }

    private static string Name(ParseResult parsed)
        => parsed.CommandResult.Command is RootCommand ? "journeyapps" : $"journeyapps {parsed.CommandResult.Command.Name}";
}
