namespace JourneyApps.Tool.CommandLine;

/// <summary>What the command's exit codes mean. Scripts build on them: they never change.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Success = 0;

    /// <summary>Done, and something was found: an error in a schema, a difference, an object that was refused.</summary>
    public const int Found = 1;

    /// <summary>The command line cannot be understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done: no network, a refused token, a file that cannot be read.</summary>
    public const int Failed = 3;

    /// <summary>Stopped by Ctrl+C or SIGTERM.</summary>
    public const int Canceled = 130;
}
