using System.ComponentModel;
using System.Diagnostics;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Deployments;

/// <summary>Reads a secret, such as a token, from the first line of a file and warns when others could get at it.</summary>
internal static class TokenFile
{
    private const UnixFileMode ReadableByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Reads the first line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="terminal">Receives the warnings.</param>
    /// <param name="what">What the file is, for messages.</param>
    /// <exception cref="ToolException">The file does not exist or is not text.</exception>
    public static string Read(string path, Terminal terminal, string what = "token file")
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new ToolException($"the {what} '{path}' does not exist.", ExitCode.Usage);
        string text = TextFile.Read(path, MaxBytes);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ReadableByOthers) != 0)
            terminal.WriteWarning($"other users can read the {what} '{path}'. Run: chmod 600 {path}");
        if (IsNotIgnoredByGit(path))
            terminal.WriteWarning($"the {what} '{path}' is not ignored by git and could be committed. Add it to .gitignore.");
        return text.Split('\r', '\n')[0];
    }

    private static bool IsNotIgnoredByGit(string path)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full)!;
        return Git.RepositoryOf(folder) is not null
            && Git.Command(folder, "check-ignore", "--quiet", "--", full) is { } command
            && Run(command) == 1;
    }

    // Null when the program cannot be started or does not end.
    private static int? Run(ProcessStartInfo command)
    {
        try
        {
            using Process process = Process.Start(command)!;
            if (process.WaitForExit(GitTimeout)) return process.ExitCode;
            process.Kill();
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
