using System.Xml.Linq;

namespace JourneyApps.Package.Tests;

public sealed class PackageTests(ConsumerFolder folder)
{
    /// <summary>The reviewed list is PackageContents.txt: a file that comes or goes is a decision.</summary>
    [Fact]
    public void Packages_hold_what_the_reviewed_list_says()
    {
        List<string> lines = [];
        foreach (string package in Directory.EnumerateFiles(folder.Feed, "JourneyApps.*.nupkg").Order(StringComparer.Ordinal))
        {
            lines.Add(Path.GetFileName(package).Replace(ConsumerFolder.Version, "{version}", StringComparison.Ordinal));
            lines.AddRange(PackageListing.Of(package).Select(name => "  " + name));
        }

        string found = string.Join('\n', lines) + "\n";
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PackageContents.txt"));

        Assert.True(expected == found, $"The packages hold something else than PackageContents.txt says. They hold:\n{found}");
    }

    /// <summary>The reviewed list is PackageDependencies.txt: a dependency or a version that users get is a decision.</summary>
    [Fact]
    public void Packages_depend_on_what_the_reviewed_list_says()
    {
        List<string> lines = [];
        foreach (string package in Directory.EnumerateFiles(folder.Feed, "JourneyApps.*.nupkg").Order(StringComparer.Ordinal))
        {
            lines.Add(Path.GetFileName(package).Replace($".{ConsumerFolder.Version}.nupkg", "", StringComparison.Ordinal));
            foreach (XElement group in PackageFiles.Specification(package).Descendants().Where(element => element.Name.LocalName == "dependencies").Elements()
                .OrderBy(group => (string)group.Attribute("targetFramework")!, StringComparer.Ordinal))
            {
                lines.Add($"  {(string)group.Attribute("targetFramework")!}");
                lines.AddRange(group.Elements().Select(dependency => (Id: (string)dependency.Attribute("id")!, Version: (string)dependency.Attribute("version")!))
                    .OrderBy(dependency => dependency.Id, StringComparer.Ordinal)
                    .Select(dependency => $"    {dependency.Id} {(dependency.Id.StartsWith("JourneyApps.", StringComparison.Ordinal) && dependency.Version == ConsumerFolder.Version ? "{version}" : dependency.Version)}"));
            }
        }

        string found = string.Join('\n', lines) + "\n";
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PackageDependencies.txt"));

        Assert.True(expected == found, $"The packages depend on something else than PackageDependencies.txt says. They depend on:\n{found}");
    }

    [Fact]
    public void The_generator_depends_on_the_runtime_and_on_nothing_else()
    {
        XElement[] dependencies = [.. Dependencies("JourneyApps.Generator")];

        Assert.Equal(2, dependencies.Length);
        Assert.All(dependencies, dependency => Assert.Equal(
            ("JourneyApps.Runtime", ConsumerFolder.Version), (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    /// <summary>Its Schema package is of the same version, and has an assembly for every framework of the runtime.</summary>
    [Fact]
    public void The_runtime_depends_on_the_schema_package_of_its_own_version_on_every_framework()
    {
        XElement[] dependencies = [.. Dependencies("JourneyApps.Runtime").Where(dependency => dependency.Attribute("id")!.Value.StartsWith("JourneyApps.", StringComparison.Ordinal))];

        Assert.Equal(2, dependencies.Length);
        Assert.All(dependencies, dependency => Assert.Equal(
            ("JourneyApps.Schema", ConsumerFolder.Version), (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)));
    }

    [Fact]
    public void The_schema_package_depends_on_nothing() => Assert.Empty(Dependencies("JourneyApps.Schema"));

    private IEnumerable<XElement> Dependencies(string id) => PackageFiles.Specification(folder.PackageOf(id)).Descendants().Where(element => element.Name.LocalName == "dependency");
}
