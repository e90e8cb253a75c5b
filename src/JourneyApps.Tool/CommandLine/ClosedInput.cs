namespace JourneyApps.Tool.CommandLine;

/// <summary>Detects a process that was started without standard input. On Linux, the runtime then assigns the number of standard input to
/// an internal pipe, and reading from it never ends.</summary>
internal static class ClosedInput
{
    private const string Files = "/proc/self/fd";
    private const int AccessMode = 3;

    /// <summary>Whether the standard input is closed, or is a pipe that this process itself writes to.</summary>
    public static bool IsClosed()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Files)) return false;
        string? input = TargetOf("0");
        return input is null
            || (input.StartsWith("pipe:", StringComparison.Ordinal)
                && Directory.EnumerateFileSystemEntries(Files).Select(path => Path.GetFileName(path)!)
                    .Any(file => TargetOf(file) == input && IsWritable(file)));
    }

    private static string? TargetOf(string file)
    {
        try
        {
            return new FileInfo($"{Files}/{file}").LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The flags are an octal number; its last two bits are the access mode, of which 0 is reading.
    private static bool IsWritable(string file)
    {
        try
        {
            string flags = File.ReadLines($"/proc/self/fdinfo/{file}").First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & AccessMode) != 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
