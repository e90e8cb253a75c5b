namespace JourneyApps.Tool.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("journeyapps-tool-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        string path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The text of a file that another process is writing; empty before it exists.</summary>
    public string ReadShared(string name)
    {
        if (!System.IO.File.Exists(File(name))) return "";
        using FileStream stream = new(File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
