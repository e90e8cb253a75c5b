using System.Diagnostics;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A small disk in memory, where the user may mount one; other tests are skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("disk");

    public string Folder => _folder.FullName;

    public static SmallDisk Create(string option)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", option, "tmpfs", disk.Folder)) return disk;
        disk._folder.Delete();
        Assert.Skip("This user cannot mount a small disk.");
        return disk;
    }

    public void Change(string option) => Assert.True(Run("mount", "-o", $"remount,{option}", Folder));

    public void Dispose()
    {
        Run("umount", Folder);
        _folder.Delete();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
