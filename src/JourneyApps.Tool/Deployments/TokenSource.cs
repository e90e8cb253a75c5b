namespace JourneyApps.Tool.Deployments;

/// <summary>Reads the token from a file, standard input, the command line (with a warning), or the environment.</summary>
internal static class TokenSource
{
    public const string Variable = "JOURNEYAPPS_TOKEN";

    /// <exception cref="ToolException">There is no token, or more than one source is given.</exception>
    public static string Read(string? file, bool fromInput, string? onCommandLine, Terminal terminal)
    {
        int sources = (file is null ? 0 : 1) + (fromInput ? 1 : 0) + (onCommandLine is null ? 0 : 1);
        if (sources > 1) throw new ToolException("use only one of --token-file, --token-stdin and --token.", ExitCode.Usage);

        string? token;
        if (file is not null)
        {
            token = TokenFile.Read(file, terminal);
        }
        else if (fromInput)
        {
            token = terminal.ReadLine();
        }
        else if (onCommandLine is not null)
        {
            terminal.WriteWarning(
                "a token on the command line is visible in the process list and the shell history. Use --token-file or --token-stdin.");
            token = onCommandLine;
        }
        else
        {
            token = Environment.GetEnvironmentVariable(Variable);
        }

        return token?.Trim() is { Length: > 0 } found
            ? found
            : throw new ToolException($"a token is required: set {Variable}, or use --token-file or --token-stdin.", ExitCode.Usage);
    }
}
