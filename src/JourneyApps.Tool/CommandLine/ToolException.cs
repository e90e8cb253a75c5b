namespace JourneyApps.Tool.CommandLine;

/// <summary>Ends the command with one line that says what is wrong and what to do.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>Ends a transfer that was stopped and can be resumed.</summary>
    public static ToolException Resumable()
        => new("stopped. Run the same command again to resume.", CommandLine.ExitCode.Canceled);
}
