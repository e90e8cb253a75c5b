using System.Security.Cryptography;
using System.Text;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Pull;

/// <summary>Stores the entity tag of the last pull per target file and deployment, so that the next pull transfers nothing when nothing
/// changed. The tag is kept in the user's profile, because next to the schema it would be committed. A file edited since then is pulled
/// again.</summary>
internal static class PulledVersion
{
    /// <summary>The entity tag of the last pull; null when there is none or the file has changed since.</summary>
    public static string? TagOf(string target, Uri deployment)
    {
        if (CacheFile(target, deployment) is not { } cache || !File.Exists(target)) return null;
        try
        {
            return File.ReadAllLines(cache) is [var tag, var hash] && hash == HashOf(File.ReadAllBytes(target)) ? tag : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores the entity tag of a pull. Without a folder that can be written to, the next pull fetches again.</summary>
    public static void Remember(string target, Uri deployment, string? tag, byte[] content)
    {
        if (CacheFile(target, deployment) is not { } cache) return;
        try
        {
            if (tag is null || tag.AsSpan().IndexOfAny('\r', '\n') >= 0) File.Delete(cache);
            else AtomicFile.Write(cache, Encoding.UTF8.GetBytes($"{tag}\n{HashOf(content)}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ToolException)
        {
            // The data model is written; only the next pull is slower.
        }
    }

    // Null for accounts without a home folder, which always fetch the whole data model.
    private static string? CacheFile(string target, Uri deployment)
    {
        string home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (!Path.IsPathFullyQualified(home)) return null;
        string name = HashOf(Encoding.UTF8.GetBytes($"{deployment.AbsoluteUri.TrimEnd('/')}\n{Path.GetFullPath(target)}"));
        return Path.Combine(home, "journeyapps", "pulled", name);
    }

    private static string HashOf(byte[] content) => Convert.ToHexString(SHA256.HashData(content));
}
