using System.ComponentModel;
using System.Diagnostics;

namespace JourneyApps.Tool.Deployments;

/// <summary>Reads a token from the first line of a file and warns when others could get at it.</summary>
internal static class TokenFile
{
    private const UnixFileMode ReadableByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <exception cref="ToolException">The file does not exist.</exception>
    public static string Read(string path, Terminal terminal)
    {
        if (!File.Exists(path)) throw new ToolException($"the token file '{path}' does not exist.", ExitCode.Usage);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ReadableByOthers) != 0)
            terminal.WriteWarning($"other users can read the token file '{path}'. Run: chmod 600 {path}");
        if (IsNotIgnoredByGit(path))
            terminal.WriteWarning($"the token file '{path}' is not ignored by git and could be committed. Add it to .gitignore.");
        return File.ReadLines(path).FirstOrDefault("");
    }

    private static bool IsNotIgnoredByGit(string path)
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

    // Null when git is not installed.
    private static int? RunGit(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
