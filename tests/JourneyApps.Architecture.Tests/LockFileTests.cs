using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JourneyApps.Architecture.Tests;

/// <summary>The lock files of <c>build/locks</c> are those of the projects as they are. <c>docs/contributing/packages.md</c> says how to
/// write them again.</summary>
public sealed partial class LockFileTests
{
    private const string Update = "Run 'dotnet restore --use-lock-file --force-evaluate'.";

    private static readonly string[] Systems =
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "build", "locks")).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_project_has_a_lock_file_and_no_other_has()
    {
        string[] expected =
        [
            .. ProjectOfSolution().Matches(File.ReadAllText(Path.Combine(Repository.Root, "JourneyApps.Generator.sln")))
                .Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value.Replace('\\', '/'))).Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(Systems);
        foreach (string system in Systems)
        {
            string[] actual = [.. Directory.EnumerateFiles(system).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
            Assert.True(expected.SequenceEqual(actual), $"{system}: missing {string.Join(", ", expected.Except(actual))}; "
                + $"too many {string.Join(", ", actual.Except(expected))}. {Update}");
        }
    }

    /// <summary>A package that a project references has the version that the file of versions or the project itself gives it.</summary>
    [Fact]
    public void Locked_versions_are_those_of_the_projects()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));
        ILookup<string, string> central = versions.Descendants("PackageVersion")
            .ToLookup(item => item.Attribute("Include")!.Value, item => item.Attribute("Version")!.Value, StringComparer.OrdinalIgnoreCase);
        ILookup<string, string> projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        List<string> wrong = [];
        int direct = 0;
        foreach ((string file, string package, JsonElement locked) in Locked().Where(entry => entry.Locked.GetProperty("type").GetString() == "Direct"))
        {
            direct++;
            string version = locked.GetProperty("resolved").GetString()!;
            // The one package that the SDK adds to a library for netstandard2.0, in one version for years.
            if (package == "NETStandard.Library") continue;
            bool own = projects[Path.GetFileNameWithoutExtension(file)].Any(text => text.Contains($"\"{version}\"", StringComparison.Ordinal)
                || text.Contains($">{version}<", StringComparison.Ordinal));
            if (!own && !central[package].Contains(version)) wrong.Add($"{file}: {package} {version}");
        }

        Assert.True(direct > 50, $"Only {direct} references were found.");
        Assert.True(wrong.Count == 0, $"{string.Join(Environment.NewLine, wrong)}{Environment.NewLine}{Update}");
    }

    /// <summary>Its version is that of the SDK that wrote the files: another SDK could not use them.</summary>
    [Fact]
    public void No_package_of_the_SDK_is_locked()
        => Assert.DoesNotContain(Locked(), entry => entry.Package.StartsWith("Microsoft.NET.ILLink", StringComparison.OrdinalIgnoreCase)
            || entry.Package.StartsWith("Microsoft.NETCore.App", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Lock_files_name_no_host()
        => Assert.DoesNotContain(Systems.SelectMany(Directory.EnumerateFiles), file => File.ReadAllText(file).Contains("://", StringComparison.Ordinal));

    private static IEnumerable<(string File, string Package, JsonElement Locked)> Locked()
    {
        foreach (string file in Systems.SelectMany(Directory.EnumerateFiles))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement targets = document.RootElement.GetProperty("dependencies").Clone();
            foreach (JsonProperty package in targets.EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
                yield return (Path.GetFileName(file), package.Name, package.Value);
        }
    }

    [GeneratedRegex("""= "[^"]*", "([^"]*\.csproj)",""")]
    private static partial Regex ProjectOfSolution();
}
