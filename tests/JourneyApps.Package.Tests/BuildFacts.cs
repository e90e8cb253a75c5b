using System.Reflection;

namespace JourneyApps.Package.Tests;

/// <summary>What the build that made this test says about itself.</summary>
internal static class BuildFacts
{
    public static string RepoRoot { get; } = Value("RepoRoot");

    public static string Configuration { get; } = Value("Configuration");

    public static string Version { get; } = Value("PackageVersion");

    /// <summary>The projects that make packages, by folder name.</summary>
    public static IReadOnlyList<string> PackedProjects { get; } = Value("PackedProjects").Split(';');

    /// <summary>The machine's package folder: what restoring this repository put there need not be fetched again.</summary>
    public static string MachinePackages { get; } = Value("MachinePackages");

    /// <summary>The versions of the packages that this repository uses, by id: what consumers refer to as well.</summary>
    public static IReadOnlyDictionary<string, string> PackageVersions { get; } =
        Value("PackageVersions").Split(';').Select(pair => pair.Split('/')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static string Value(string key) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
