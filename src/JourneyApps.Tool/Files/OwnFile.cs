namespace JourneyApps.Tool.Files;

/// <summary>Creates files without following links. In a folder that others can write to, such as <c>/tmp</c>, a link with the name of a
/// file could direct the content anywhere.</summary>
internal static class OwnFile
{
    /// <summary>Creates an empty file in place of one that may exist.</summary>
    /// <exception cref="ToolException">The path is a link or a folder.</exception>
    public static FileStream Create(string path)
    {
        Check(path);
        File.Delete(path);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>Opens an existing file for writing.</summary>
    /// <exception cref="ToolException">The path is a link or a folder.</exception>
    public static FileStream Continue(string path)
    {
        Check(path);
        return new FileStream(path, FileMode.Open, FileAccess.Write);
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

    /// <summary>Whether the path is a symbolic link, regardless of its target.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
