namespace JourneyApps.Tool.Files;

/// <summary>Finds programs that this command starts. A bare name would also find a program that someone put into the current
/// folder.</summary>
internal static class HelperProgram
{
    /// <summary>The absolute path of a program in <c>PATH</c>; null when there is none.</summary>
    /// <param name="name">The name without extension.</param>
    /// <param name="distrusted">Folders whose programs are not started, with their subfolders.</param>
    public static string? Find(string name, params IReadOnlyList<string> distrusted)
    {
        string file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => folder.Trim('"'))
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.GetFullPath(Path.Combine(folder, file)))
            .FirstOrDefault(path => IsProgram(path) && !Targets(path).Any(target => distrusted.Any(root => IsInside(target, root))));
    }

    private static bool IsProgram(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
    }

    // The path, and where it leads when the program or its folder is a link.
    private static IEnumerable<string> Targets(string path)
    {
        yield return path;
        if (File.ResolveLinkTarget(path, returnFinalTarget: true) is { } file) yield return file.FullName;
        if (Directory.ResolveLinkTarget(Path.GetDirectoryName(path)!, returnFinalTarget: true) is { } folder) yield return folder.FullName;
    }

    private static bool IsInside(string path, string root)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
        return (path + Path.DirectorySeparatorChar).StartsWith(folder, StringComparison.OrdinalIgnoreCase);
    }
}
