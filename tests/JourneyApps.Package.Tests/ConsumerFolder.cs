using System.Diagnostics;
using System.Xml.Linq;
using JourneyApps.Package.Tests;

[assembly: AssemblyFixture(typeof(ConsumerFolder))]
// Each test waits for builds in processes of their own.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace JourneyApps.Package.Tests;

/// <summary>
/// A folder outside the repository with a feed of freshly packed packages, a package cache that has none of them yet, and the consumer
/// projects. Made once; the sound projects are built there in one run.
/// </summary>
public sealed class ConsumerFolder : IAsyncLifetime
{
    // Built by tests of their own: they have a fault, need a package that a test makes first, or many packages of others.
    private static readonly string[] Apart =
    [
        "BlazorWasm", "Excluded", "FSharp", "FSharpApp", "Faulty", "Findings", "Generators", "GeneratorsNaive", "JsonHolderNaive", "JsonPartialNaive", "Mistakes", "NewApp", "NoSchema",
        "OldFrameworks", "OldLibrary", "OldRuntime", "OpenApi", "PackedApp", "PrivateLibrary", "Trimmed", "VisualBasic", "VisualBasicApp",
    ];

    private readonly Lazy<Task<string>> _tool;
    private readonly string _root = Directory.CreateTempSubdirectory("journeyapps-consumers-").FullName;

    public ConsumerFolder() => _tool = new Lazy<Task<string>>(InstallToolAsync);

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Where a second set of them is, under another version.</summary>
    public string OldFeed { get; private set; } = "";

    /// <summary>The output of building the sound projects.</summary>
    public string BuildOutput { get; private set; } = "";

    /// <summary>The version under test.</summary>
    public static string Version => BuildFacts.Version;

    /// <summary>The version of the older packages.</summary>
    public const string OldVersion = "0.0.1-beta.1";

    /// <summary>The file of a package under test.</summary>
    public string PackageOf(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>A path below a consumer's folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([_root, "consumers", .. parts]);

    public async ValueTask InitializeAsync()
    {
        OldFeed = Directory.CreateDirectory(Path.Combine(_root, "feed-old")).FullName;
        await PackAsync();
        CopyConsumers();
        WriteSurroundings();
        string[] sound = [.. Directory.EnumerateDirectories(PathOf()).Select(Path.GetFileName).OfType<string>().Except(Apart).Order(StringComparer.Ordinal)];
        XElement solution = new("Solution", sound.Select(name => new XElement("Project", new XAttribute("Path", $"{name}/{name}.csproj"))));
        await File.WriteAllTextAsync(PathOf("Sound.slnx"), solution.ToString());
        (int exitCode, BuildOutput) = await RunAsync(".", "build", "Sound.slnx");
        Assert.True(exitCode == 0, BuildOutput);
        Assert.True(Directory.Exists(Path.Combine(_root, "packages", "journeyapps.generator", Version)), "The package under test was not the one that was used.");
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // On Windows, the compiler server may still have a file of it open; the folder is a temporary one.
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Installs the command as a user would.</summary>
    /// <returns>The path of its program.</returns>
    internal Task<string> ToolAsync() => _tool.Value;

    /// <summary>Runs the SDK in a consumer's folder.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(string consumer, params string[] arguments)
        => DotNet.RunAsync(PathOf(consumer), Environment(), arguments);

    /// <summary>Runs the SDK in a consumer's folder, with more environment variables.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(string consumer, (string Name, string Value)[] variables, params string[] arguments)
        => DotNet.RunAsync(PathOf(consumer), Environment(variables), arguments);

    /// <summary>Runs the program that was built of a consumer: what <c>dotnet run --no-build</c> does after it has read the project.</summary>
    internal Task<(int ExitCode, string Output)> RunBuiltAsync(string consumer, params string[] arguments)
    {
        string program = Directory.EnumerateFiles(PathOf(consumer, "bin", "Debug"), consumer + ".dll", SearchOption.AllDirectories).Single();
        return RunAsync(consumer, [program, .. arguments]);
    }

    /// <summary>How to start the SDK in a consumer's folder.</summary>
    internal ProcessStartInfo StartInfo(string consumer, (string Name, string Value)[] variables, params string[] arguments)
        => DotNet.StartInfo(PathOf(consumer), Environment(variables), arguments);

    // A one-file program is built in a folder of the user's own data.
    private Dictionary<string, string> Environment(params (string Name, string Value)[] variables) => new(
        variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)))
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"),
        ["XDG_DATA_HOME"] = Directory.CreateDirectory(Path.Combine(_root, "data")).FullName,
    };

    private async Task<string> InstallToolAsync()
    {
        (int exitCode, string output) = await RunAsync(".", "tool", "install", "JourneyApps.Tool", "--tool-path", "tools", "--version", Version);
        Assert.True(exitCode == 0, output);
        return PathOf("tools", OperatingSystem.IsWindows() ? "journeyapps.exe" : "journeyapps");
    }

    private async Task PackAsync()
    {
        XElement project = new(
            "Project",
            new XElement(
                "Target",
                new XAttribute("Name", "Pack"),
                BuildFacts.PackedProjects.Select(name => new XElement(
                    "MSBuild",
                    new XAttribute("Projects", $"{BuildFacts.RepoRoot}src/{name}/{name}.csproj"),
                    new XAttribute("Targets", "Pack"),
                    new XAttribute("Properties", $"NoBuild=true;Configuration={BuildFacts.Configuration};PackageOutputPath={Feed}/")))));
        string file = Path.Combine(_root, "pack.proj");
        await File.WriteAllTextAsync(file, project.ToString());
        (int exitCode, string output) = await DotNet.RunAsync(_root, new Dictionary<string, string>(), "msbuild", file, "-t:Pack", "-m:1", "-v:m");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Makes another project of a consumer's files.</summary>
    internal void CopyConsumer(string consumer, string to)
        => CopyFolder(Path.Combine(AppContext.BaseDirectory, "Consumers", consumer), PathOf(to));

    private void CopyConsumers() => CopyFolder(Path.Combine(AppContext.BaseDirectory, "Consumers"), PathOf());

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // Nothing of this repository or of the folders above reaches the consumers, and nothing is fetched that is here already.
    private void WriteSurroundings()
    {
        XElement config = new(
            "configuration",
            new XElement("packageSources", new XElement("clear"), Add("feed", Feed), Add("feed-old", OldFeed)),
            new XElement("fallbackPackageFolders", new XElement("clear"), Add("machine", MachinePackages.WithoutOurs(BuildFacts.MachinePackages, Path.Combine(_root, "machine")))));
        File.WriteAllText(PathOf("nuget.config"), config.ToString());
        File.WriteAllText(
            PathOf("Directory.Build.props"),
            new XElement(
                "Project",
                new XElement(
                    "PropertyGroup",
                    new XElement("JourneyAppsVersion", Version),
                    new XElement("JourneyAppsOldVersion", OldVersion),
                    BuildFacts.PackageVersions.Select(version => new XElement(version.Key.Replace(".", "", StringComparison.Ordinal) + "Version", version.Value)),
                    new XElement("NuGetAudit", "false"))).ToString());
        File.WriteAllText(PathOf("Directory.Build.targets"), "<Project/>");
        File.WriteAllText(PathOf("Directory.Packages.props"), "<Project/>");

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }
}
