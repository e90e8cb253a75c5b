using System.Security.Cryptography;
using System.Text;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Pull;

/// <summary>
/// Remembers, per target file and deployment, the entity tag of what was pulled last, so that the next pull transfers nothing when nothing
/// changed. It lies in the user's own folder: beside the schema it would be committed. A file edited since then is pulled anew.
/// </summary>
internal static class PulledVersion
{
    /// <summary>The entity tag of the last pull; null when there was none, or the file is no longer what was pulled.</summary>
    public static string? TagOf(string target, Uri deployment)
    {
        if (MemoryFile(target, deployment) is not { } memory || !File.Exists(memory) || !File.Exists(target)) return null;
        return File.ReadAllLines(memory) is [var tag, var hash] && hash == HashOf(File.ReadAllBytes(target)) ? tag : null;
    }

    /// <summary>Remembers a pull.</summary>
    public static void Remember(string target, Uri deployment, string? tag, byte[] content)
    {
        if (MemoryFile(target, deployment) is not { } memory) return;
        if (tag is null || tag.AsSpan().IndexOfAny('\r', '\n') >= 0) File.Delete(memory);
        else AtomicFile.Write(memory, Encoding.UTF8.GetBytes($"{tag}\n{HashOf(content)}"));
    }

    // Null on accounts without a home: they pull everything every time.
    private static string? MemoryFile(string target, Uri deployment)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0) return null;
        string folder = Path.Combine(home, "journeyapps", "pulled");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, HashOf(Encoding.UTF8.GetBytes($"{deployment.AbsoluteUri.TrimEnd('/')}\n{Path.GetFullPath(target)}")));
    }

    private static string HashOf(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
