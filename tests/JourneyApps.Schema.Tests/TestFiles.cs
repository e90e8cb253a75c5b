namespace JourneyApps.Schema.Tests;

/// <summary>The data files of the tests, beside the test assembly.</summary>
internal static class TestFiles
{
    public static string Find(string path) => Path.Combine(AppContext.BaseDirectory, path);
}
