using Spectre.Console;

namespace JourneyApps.Tool.CommandLine;

/// <summary>The streams of the command: results go to the output, messages, progress, warnings and errors to the error stream.</summary>
/// <param name="Out">Results, read by scripts.</param>
/// <param name="Error">Messages for people.</param>
/// <param name="Input">The standard input, from which a token can be read.</param>
/// <param name="ErrorIsTerminal">Whether the error stream is a terminal that can show a progress bar.</param>
/// <param name="OutIsTerminal">Whether the output is a terminal with colors and a width.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader Input, bool ErrorIsTerminal, bool OutIsTerminal)
{
    /// <summary>The output for results that are bytes already.</summary>
    public Func<Stream> OpenOut { get; init; } = OutputPipe.OpenOutput;

    /// <summary>Whether a person can answer a question on the standard input.</summary>
    public bool InputIsTerminal { get; init; }

    // The library would otherwise truncate tables in files and pipes at 80 columns.
    private const int UnlimitedColumns = 4096;

    // Below this width, tables and trees cannot be laid out; the terminal wraps their lines.
    private const int MinColumns = 20;

    /// <summary>Canceled when the command is stopped.</summary>
    public CancellationToken Stop { get; init; }

    public static Terminal ForProcess()
        => new(
            OpenWriter(), Console.Error, ClosedInput.IsClosed() ? TextReader.Null : Console.In,
            !Console.IsErrorRedirected, !Console.IsOutputRedirected)
        {
            InputIsTerminal = !Console.IsInputRedirected,
        };

    /// <summary>Reads a line of the input; null at its end.</summary>
    /// <exception cref="OperationCanceledException">The command was stopped.</exception>
    public string? ReadLine() => Task.Run(Input.ReadLine).WaitAsync(Stop).GetAwaiter().GetResult();

    /// <summary>Writes a warning to the error stream.</summary>
    public void WriteWarning(string message) => Error.WriteLine($"warning: {SafeText.Line(message)}");

    /// <summary>Writes a message to the error stream.</summary>
    public void WriteMessage(string message) => Error.WriteLine(SafeText.Line(message));

    /// <summary>A console that renders tables and trees to the output.</summary>
    public IAnsiConsole OutConsole() => CreateConsole(Out, OutIsTerminal);

    /// <summary>A console that renders a progress bar to the error stream.</summary>
    public IAnsiConsole ErrorConsole() => CreateConsole(Error, ErrorIsTerminal);

    /// <summary>Shows the cursor again that a progress bar hides.</summary>
    public void ShowCursor()
    {
        if (ErrorIsTerminal) ErrorConsole().Cursor.Show();
    }

    private static TextWriter OpenWriter()
        => OutputPipe.OpenOutput() is OutputPipe pipe
            ? TextWriter.Synchronized(new StreamWriter(pipe, Console.Out.Encoding, leaveOpen: true) { AutoFlush = true })
            : Console.Out;

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
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
        else if (console.Profile.Width < MinColumns) console.Profile.Width = MinColumns;
        return console;
    }
}
