using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>Where the token comes from: a file, the standard input, the command line (with a warning), or the environment.</summary>
internal static class TokenSource
{
    public const string Variable = "JOURNEYAPPS_TOKEN";

    /// <exception cref="ToolException">There is none, or more than one is named.</exception>
    public static string Read(string? file, bool fromInput, string? onCommandLine, Terminal terminal)
    {
        int named = (file is null ? 0 : 1) + (fromInput ? 1 : 0) + (onCommandLine is null ? 0 : 1);
        if (named > 1) throw new ToolException("give only one of --token-file, --token-stdin and --token.", ExitCode.Usage);

        string? token;
        if (file is not null)
        {
            token = TokenFile.Read(file, terminal);
        }
        else if (fromInput)
        {
            token = terminal.Input.ReadLine();
        }
        else if (onCommandLine is not null)
        {
            terminal.Warn("a token on the command line is seen in the list of processes and in the shell's history. Use --token-file or --token-stdin.");
            token = onCommandLine;
        }
        else
        {
            token = Environment.GetEnvironmentVariable(Variable);
        }

        return token?.Trim() is { Length: > 0 } found
            ? found
            : throw new ToolException($"a token is needed: set {Variable}, or give --token-file or --token-stdin.", ExitCode.Usage);
    }
}
