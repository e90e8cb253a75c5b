namespace JourneyApps.Package.Tests;

/// <summary>The machine's package folder as consumers see it: without packages of ours, which would be taken instead of those under test.</summary>
internal static class MachinePackages
{
    private const string Ours = "journeyapps.*";

    /// <summary>The folder itself, or if it has packages of ours, a folder of links to the others.</summary>
    /// <param name="folder">The machine's package folder.</param>
    /// <param name="links">Where the links are made.</param>
    public static string WithoutOurs(string folder, string links)
    {
        if (!Directory.EnumerateDirectories(folder, Ours).Any()) return folder;
        Directory.CreateDirectory(links);
        foreach (string package in Directory.EnumerateDirectories(folder).Except(Directory.EnumerateDirectories(folder, Ours)))
        {
            Link(Path.Combine(links, Path.GetFileName(package)), package);
        }

        return links;
    }

    private static void Link(string link, string package)
    {
        try
        {
            Directory.CreateSymbolicLink(link, package);
        }
        catch (IOException exception) when (OperatingSystem.IsWindows())
        {
            throw new InvalidOperationException(
                $"The folder {Path.GetDirectoryName(package)} has packages of this repository. Delete its folders {Ours}, or allow this user to create symbolic links.", exception);
        }
    }
}
