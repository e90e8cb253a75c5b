using System.Reflection;

namespace JourneyApps.Schema.Tests;

/// <summary>The data files of the tests, beside the test assembly.</summary>
internal static class TestFiles
{
    /// <summary>The directory of the repository.</summary>
    public static string Repository { get; } = typeof(TestFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Find(string path) => Path.Combine(AppContext.BaseDirectory, path);
}
