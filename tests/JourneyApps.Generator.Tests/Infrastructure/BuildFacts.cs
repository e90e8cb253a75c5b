using System.Reflection;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>What the build of the tests wrote down for them.</summary>
internal static class BuildFacts
{
    public static string Get(string name) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!;
}
