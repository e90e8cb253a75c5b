namespace JourneyApps.Emulator.Deployments;

/// <summary>Keeps a second emulator, in this or in another process, from using a data file: each would number its changes on its own. The
/// operating system releases the lock when a process ends. The lock is a separate file, because SQLite locks the data file.</summary>
internal static class DataFileLock
{
    /// <summary>Locks a data file until the result is disposed.</summary>
    /// <exception cref="EmulatorDataException">Another emulator uses the file, or it cannot be created.</exception>
    public static IDisposable Acquire(string dataFile)
    {
        string path = PathOf(dataFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bool isMissing = exception is UnauthorizedAccessException or DirectoryNotFoundException or FileNotFoundException;
            throw new EmulatorDataException(
                isMissing || !File.Exists(path)
                    ? $"The data file '{dataFile}' cannot be opened: {exception.Message}"
                    : $"The data file '{dataFile}' is in use by another emulator. Stop it, or use another file.",
                exception);
        }
    }

    // Links to one file have one lock.
    private static string PathOf(string dataFile)
    {
        FileInfo file = new(dataFile);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)!).FullName + "-lock";
    }
}
