namespace JourneyApps.Tool.Files;

/// <summary>Opens files that the user names.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="ToolException">There is no such file, or it is a folder.</exception>
    public static FileStream Open(string path)
    {
        Require(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <exception cref="ToolException">There is no such file, or it is a folder.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path)) throw new ToolException($"'{path}' is a folder, not a file.");
        if (!File.Exists(path)) throw new ToolException($"the file '{path}' does not exist.");
    }
}
