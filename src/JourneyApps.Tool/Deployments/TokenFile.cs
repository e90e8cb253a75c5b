using System.ComponentModel;
using System.Diagnostics;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Deployments;

/// <summary>Reads a token from the first line of a file and warns when others could get at it.</summary>
internal static class TokenFile
{
    private const UnixFileMode ReadableByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(5);

    /// <exception cref="ToolException">The file does not exist or is not text.</exception>
    public static string Read(string path, Terminal terminal)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new ToolException($"the token file '{path}' does not exist.", ExitCode.Usage);
        string text = TextFile.Read(path, MaxBytes);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ReadableByOthers) != 0)
            terminal.WriteWarning($"other users can read the token file '{path}'. Run: chmod 600 {path}");
        if (IsNotIgnoredByGit(path))
            terminal.WriteWarning($"the token file '{path}' is not ignored by git and could be committed. Add it to .gitignore.");
        return text.Split('\r', '\n')[0];
    }

    private static bool IsNotIgnoredByGit(string path)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full)!;
        return FindRepository(folder) is { } repository
            && HelperProgram.Find("git", Directory.GetCurrentDirectory(), repository) is { } git
            && Run(git, folder, "-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--", full) == 1;
    }

    private static string? FindRepository(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git"))) return at;
        }

        return null;
    }

    // Null when the program cannot be started or does not end.
    private static int? Run(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
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
