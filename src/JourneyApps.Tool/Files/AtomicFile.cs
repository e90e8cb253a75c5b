namespace JourneyApps.Tool.Files;

/// <summary>Replaces a file atomically: the content goes to a temporary file in the same folder, which is then renamed. A build that runs
/// at the same time sees either the old or the new content. The file gets the current time, because incremental builds compare
/// times.</summary>
internal static class AtomicFile
{
    /// <exception cref="ToolException">The path is a link or a folder.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        OwnFile.Check(path);
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target)!;
        OwnFile.EnsureFolder(folder);
        string temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
