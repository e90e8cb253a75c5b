using System.Reflection;

namespace JourneyApps.Architecture.Tests;

/// <summary>The repository's directory and the configuration that it was built with.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The project's C# files, relative to the project's directory, with '/' as separator.</summary>
    public static IEnumerable<string> SourceFiles(string project)
    {
        string directory = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    public static string[] ReadLines(string project, string file) => File.ReadAllLines(Path.Combine(Root, "src", project, file));

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
