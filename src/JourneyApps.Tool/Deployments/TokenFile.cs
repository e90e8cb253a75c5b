using System.ComponentModel;
using System.Diagnostics;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>A file that holds a token on its first line, and what is risky about where it lies.</summary>
internal static class TokenFile
{
    private const UnixFileMode ReadableByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <exception cref="ToolException">There is no such file.</exception>
    public static string Read(string path, Terminal terminal)
    {
        if (!File.Exists(path)) throw new ToolException($"there is no token file '{path}'.", ExitCode.Usage);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ReadableByOthers) != 0)
            terminal.Warn($"others can read the token file '{path}'. Run: chmod 600 {path}");
        if (GitWouldCommit(path)) terminal.Warn($"git would commit the token file '{path}'. Add it to .gitignore.");
        return File.ReadLines(path).FirstOrDefault("");
    }

    private static bool GitWouldCommit(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return IsInRepository(folder) && RunGit(folder, "check-ignore", "--quiet", "--", Path.GetFullPath(path)) == 1;
    }

    private static bool IsInRepository(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git"))) return true;
        }

        return false;
    }

    // Null when there is no git to ask: then nothing here commits by itself.
    private static int? RunGit(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process git = Process.Start(start)!;
            git.WaitForExit();
            return git.ExitCode;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
