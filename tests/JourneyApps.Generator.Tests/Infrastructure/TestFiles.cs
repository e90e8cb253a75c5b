namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Files that lie beside the tests.</summary>
internal static class TestFiles
{
    public static string Read(params string[] path) => File.ReadAllText(PathOf(path));

    public static string PathOf(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);
}
