using System.Reflection;

namespace JourneyApps.Docs.Tests;

/// <summary>Where the repository is, and how it was built.</summary>
internal static class Repository
{
    /// <summary>Where its files are read on the web; what a package links to.</summary>
    public const string Home = "https://github.com/journeyapps-dotnet/journeyapps-generator/blob/main/";

    public static string Root { get; } = Metadata("RepoRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
