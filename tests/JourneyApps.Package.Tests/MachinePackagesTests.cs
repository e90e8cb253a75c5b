namespace JourneyApps.Package.Tests;

/// <summary>Consumers take packages from the machine's folder, but none of ours.</summary>
public sealed class MachinePackagesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("journeyapps-machine-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_without_packages_of_ours_is_used_itself()
    {
        Make("npgsql");
        Assert.Equal(Machine, MachinePackages.WithoutOurs(Machine, Links));
    }

    [Fact]
    public void A_package_of_ours_that_was_installed_on_the_machine_is_left_out()
    {
        Make("npgsql");
        Make("journeyapps.generator");
        Make("journeyapps.runtime");
        string folder = MachinePackages.WithoutOurs(Machine, Links);
        Assert.Equal(["npgsql"], Directory.EnumerateDirectories(folder).Select(Path.GetFileName));
        Assert.True(File.Exists(Path.Combine(folder, "npgsql", "1.0.0", "package")));
    }

    private string Machine => Path.Combine(_root, "machine");

    private string Links => Path.Combine(_root, "links");

    private void Make(string id) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Machine, id, "1.0.0")).FullName, "package"), id);
}
