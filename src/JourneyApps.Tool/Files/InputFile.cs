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

    /// <summary>Reads a file whose size has a limit. A device or a pipe does not tell its size.</summary>
    /// <exception cref="ToolException">There is no such file, it is a folder, or it is larger.</exception>
    public static byte[] ReadAll(string path, int maxBytes)
    {
        using FileStream file = Open(path);
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        for (int read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            if (content.Length + read > maxBytes) throw new ToolException($"'{path}' is larger than {maxBytes / (1024 * 1024)} MiB.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <exception cref="ToolException">There is no such file, or it is a folder.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path)) throw new ToolException($"'{path}' is a folder, not a file.");
        if (File.Exists(path)) return;
        throw new ToolException(path == "-"
            ? "'-' is not a file, and this command does not read standard input. Save the data to a file first."
            : $"the file '{path}' does not exist.");
    }
}
