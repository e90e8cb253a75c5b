using System.Reflection;

namespace JourneyApps.PublicApi.Tests;

/// <summary>What the build knows and wrote into this assembly.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Get("RepositoryRoot");

    public static string Configuration { get; } = Get("Configuration");

    private static string Get(string key) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;
}
