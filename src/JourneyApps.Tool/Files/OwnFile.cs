namespace JourneyApps.Tool.Files;

/// <summary>Creates files without following links. In a folder that others can write to, such as <c>/tmp</c>, a link with the name of a
/// file could direct the content anywhere. A file is locked while it is written: two commands would mix their content.</summary>
internal static class OwnFile
{
    private const int LockedOnWindows = unchecked((int)0x80070020);
    private const int LockedOnLinux = 11;
    private const int LockedOnMacOS = 35;

    /// <summary>Creates an empty file in place of one that may exist.</summary>
    /// <exception cref="ToolException">The path is a link or a folder, or another command writes to it.</exception>
    public static FileStream Create(string path)
    {
        Check(path);
        if (File.Exists(path)) Open(path, FileMode.Open).Dispose();
        File.Delete(path);
        return Open(path, FileMode.CreateNew);
    }

    /// <summary>Opens an existing file for writing.</summary>
    /// <exception cref="ToolException">The path is a link or a folder, or another command writes to it.</exception>
    public static FileStream Continue(string path)
    {
        Check(path);
        return Open(path, FileMode.Open);
    }

    /// <summary>Rejects a path at which no file may be written.</summary>
    /// <exception cref="ToolException">The path is a link or a folder.</exception>
    public static void Check(string path)
    {
        if (IsLink(path))
            throw new ToolException($"'{path}' is a link, and this command does not write through links. Delete it, or name its target.");
        if (Directory.Exists(path)) throw new ToolException($"'{path}' is a folder, not a file.");
    }

    /// <summary>Creates a folder that may exist.</summary>
    /// <exception cref="ToolException">The path is a link or a file.</exception>
    public static void CreateFolder(string path)
    {
        if (IsLink(path)) throw new ToolException($"'{path}' is a link, and this command does not write through links. Delete it.");
        EnsureFolder(path);
    }

    /// <summary>Creates a folder that the user named. It may exist, and be a link.</summary>
    /// <exception cref="ToolException">The path is a file.</exception>
    public static void EnsureFolder(string path)
    {
        if (File.Exists(path)) throw new ToolException($"'{path}' is a file, not a folder.");
        Directory.CreateDirectory(path);
    }

    private static FileStream Open(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.Write, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is LockedOnWindows or LockedOnLinux or LockedOnMacOS)
        {
            throw new ToolException($"another command is writing '{path}'. Wait until it has ended, or use another folder.");
        }
    }

    /// <summary>Whether the path is a symbolic link, regardless of its target.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
