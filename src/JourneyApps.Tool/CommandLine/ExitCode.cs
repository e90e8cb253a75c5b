namespace JourneyApps.Tool.CommandLine;

/// <summary>The exit codes of the command. Scripts depend on them; they never change.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command ran and found something: an error in a schema, a difference, a rejected row, a missing file.</summary>
    public const int Found = 1;

    /// <summary>The command line is invalid; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The command failed: no connection, a rejected token, an unreadable file.</summary>
    public const int Failed = 3;

    /// <summary>Stopped because its terminal was closed (SIGHUP).</summary>
    public const int HungUp = 129;

    /// <summary>Stopped by Ctrl+C (SIGINT).</summary>
    public const int Canceled = 130;

    /// <summary>The program that reads the output has ended.</summary>
    public const int OutputClosed = 141;

    /// <summary>Stopped by SIGTERM.</summary>
    public const int Terminated = 143;
}
