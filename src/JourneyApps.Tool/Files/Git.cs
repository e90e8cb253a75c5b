using System.Diagnostics;

namespace JourneyApps.Tool.Files;

/// <summary>Starts git so that a repository from somebody else cannot run a program: neither one that lies in the repository nor one that
/// its configuration names.</summary>
internal static class Git
{
    /// <summary>The innermost folder with a repository in which a folder lies; null outside of a repository.</summary>
    public static string? RepositoryOf(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git"))) return at;
        }

        return null;
    }

    /// <summary>How to run a command of git in a folder, with all streams redirected; null if there is no git that can be
    /// trusted.</summary>
    public static ProcessStartInfo? Command(string folder, params IEnumerable<string> arguments)
    {
        if (HelperProgram.Find("git", Directory.GetCurrentDirectory(), RepositoryOf(folder) ?? folder) is not { } program) return null;
        // The configuration can name a program that watches files, and programs that fetch what a partial clone lacks.
        return new ProcessStartInfo(program, ["-c", "core.fsmonitor=false", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GIT_NO_LAZY_FETCH"] = "1", ["GIT_ALLOW_PROTOCOL"] = "none" },
        };
    }
}
