using System.Reflection;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>What the build wrote down: where things are.</summary>
internal static class BuildFacts
{
    public static string Get(string name) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!;

    /// <summary>The newest .NET 10 reference pack of the SDK, which brings System.Text.Json's generator.</summary>
    public static string ReferencePack { get; } = Directory.GetDirectories(Get("ReferencePacks"), "10.0.*")
        .MaxBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))!;
}
