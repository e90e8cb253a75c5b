using System.Xml.Linq;

namespace JourneyApps.Package.Tests;

/// <summary>Two versions of the packages in one solution.</summary>
[Collection(nameof(OldPackages))]
public sealed class SideBySideTests(ConsumerFolder folder, OldPackages old)
{
    // Generated code and messages leave out what marks a preview.
    private static readonly string OldNumber = ConsumerFolder.OldVersion.Split('-')[0];

    [Fact]
    public async Task A_library_of_the_old_package_and_an_app_of_the_new_one_build_together_and_run()
    {
        string log = folder.PathOf("compiler.log");
        XElement solution = new("Solution", Project("OldLibrary"), Project("NewApp"));
        await File.WriteAllTextAsync(folder.PathOf("SideBySide.slnx"), solution.ToString(), TestContext.Current.CancellationToken);

        (int built, string building) = await folder.RunAsync(".", [("RoslynCommandLineLogFile", log)], "build", "SideBySide.slnx", "-p:UseSharedCompilation=true");
        (int exitCode, string output) = await folder.RunBuiltAsync("NewApp");

        Assert.True(built == 0, building);
        Assert.Contains("0 Warning(s)", building, StringComparison.Ordinal);
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            $"AB 1234: library {OldNumber}, app {ConsumerFolder.Version}, runtime {ConsumerFolder.Version}.0",
            output.Trim().Split('\n')[^1]);
        Assert.Equal(
            ["new: 40 of 40", "loaded: 40 of 40", "changed: 40 of 40", "existing: 40 of 40"],
            output.Trim().Split('\n')[..^1]);
        string compiler = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
        foreach (string project in (string[])["OldLibrary", "NewApp"])
            Assert.Contains($"server processed compilation - {project} (net10.0)", compiler, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runtime_older_than_the_generator_is_an_error_that_names_both()
    {
        (int exitCode, string output) = await folder.RunAsync("OldRuntime", "build", "-m:1");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"error JA3007: JourneyApps.Generator {ConsumerFolder.Version} requires JourneyApps.Runtime {ConsumerFolder.Version} or later; the project references {OldNumber}",
            output,
            StringComparison.Ordinal);
    }

    /// <summary>A compiler server tells assemblies apart by their identity; programs want no higher number in a preview than in what follows it.</summary>
    [Fact]
    public void What_the_compiler_loads_has_an_assembly_version_for_each_preview_and_what_programs_run_with_has_not()
    {
        var number = Version.Parse(ConsumerFolder.OldVersion.Split('-')[0] + ".0");

        foreach (string dll in (string[])["JourneyApps.Generator.dll", "JourneyApps.Generator.CodeFixes.dll", "JourneyApps.Schema.dll"])
        {
            Version preview = AssemblyVersions.Of(old.PathOf("JourneyApps.Generator"), $"analyzers/dotnet/cs/{dll}");
            Assert.Equal(number.ToString(3), preview.ToString(3));
            Assert.NotEqual(number, preview);
            Assert.Equal($"{ConsumerFolder.Version}.0", AssemblyVersions.Of(folder.PackageOf("JourneyApps.Generator"), $"analyzers/dotnet/cs/{dll}").ToString());
        }

        Assert.Equal(number, AssemblyVersions.Of(old.PathOf("JourneyApps.Runtime"), "lib/net10.0/JourneyApps.Runtime.dll"));
        Assert.Equal(number, AssemblyVersions.Of(old.PathOf("JourneyApps.Schema"), "lib/net8.0/JourneyApps.Schema.dll"));
    }

    [Fact]
    public async Task No_two_previews_share_what_the_compiler_tells_them_apart_by()
    {
        string[] versions = [.. Enumerable.Range(1, 20).Select(number => $"0.2.0-beta.{number}"), "0.2.0-rc.1", "0.2.0", "0.2.1"];
        string file = folder.PathOf("versions.proj");
        XElement project = new(
            "Project",
            new XElement("Import", new XAttribute("Project", Path.Combine(BuildFacts.RepoRoot, "build", "Version.props"))),
            new XElement("ItemGroup", new XElement("Versions", new XAttribute("Include", string.Join(';', versions)))),
            new XElement(
                "Target",
                new XAttribute("Name", "All"),
                new XElement("MSBuild", new XAttribute("Projects", file), new XAttribute("Targets", "One"), new XAttribute("Properties", "Version=%(Versions.Identity)"))),
            new XElement(
                "Target",
                new XAttribute("Name", "One"),
                new XElement("Message", new XAttribute("Importance", "high"), new XAttribute("Text", "$(Version) is $(CompilerAssemblyVersion)"))));
        await File.WriteAllTextAsync(file, project.ToString(), TestContext.Current.CancellationToken);

        (int exitCode, string output) = await folder.RunAsync(".", "msbuild", "versions.proj", "-t:All", "-nologo");

        Assert.True(exitCode == 0, output);
        string[] lines = output.Trim().Split('\n');
        Assert.Equal(versions, lines.Select(line => line.Trim().Split(" is ")[0]));
        Assert.Equal(versions.Length, lines.Select(line => line.Split(" is ")[1]).Distinct().Count());
        Assert.EndsWith(" is 0.2.1.0", lines[^1], StringComparison.Ordinal);
    }

    private static XElement Project(string name) => new("Project", new XAttribute("Path", $"{name}/{name}.csproj"));
}
