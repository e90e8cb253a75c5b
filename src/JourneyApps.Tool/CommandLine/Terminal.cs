using Spectre.Console;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Where the command writes: results to the output, everything else (progress, warnings, errors) to the error stream.</summary>
/// <param name="Out">Results: what a script reads.</param>
/// <param name="Error">Words for people.</param>
/// <param name="Input">Where a token may come from.</param>
/// <param name="ErrorIsTerminal">Whether the words go to a screen, where a bar can move.</param>
/// <param name="OutIsTerminal">Whether the results go to a screen, with its colours and width.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader Input, bool ErrorIsTerminal, bool OutIsTerminal)
{
    // Tables in a file or a pipe are as wide as they need to be: the library would cut them at 80 columns.
    private const int UnlimitedColumns = 4096;

    public static Terminal OfProcess() => new(Console.Out, Console.Error, Console.In, !Console.IsErrorRedirected, !Console.IsOutputRedirected);

    /// <summary>A warning line.</summary>
    public void Warn(string message) => Error.WriteLine($"warning: {SafeText.Line(message)}");

    /// <summary>A line that says what goes on.</summary>
    public void WriteMessage(string message) => Error.WriteLine(SafeText.Line(message));

    /// <summary>A console for tables and trees on the output.</summary>
    public IAnsiConsole OutConsole() => Rich(Out, OutIsTerminal);

    /// <summary>A console for a progress bar on the error stream.</summary>
    public IAnsiConsole ErrorConsole() => Rich(Error, ErrorIsTerminal);

    private static IAnsiConsole Rich(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Capabilities.Unicode = true;
        if (!isTerminal) console.Profile.Width = UnlimitedColumns;
        return console;
    }
}
