using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>What compiled test code refers to.</summary>
internal static class References
{
    /// <summary>The framework that the tests run on, and the runtime.</summary>
    public static readonly MetadataReference[] Net10 = [.. OfThisProcess()];

    /// <summary>.NET 8, and the runtime as it is built for it.</summary>
    public static readonly MetadataReference[] Net8 = [.. OfNet8()];

    private static IEnumerable<MetadataReference> OfNet8()
    {
        string pack = BuildFacts.Get("ReferencePacks").Split(';')
            .Where(Directory.Exists)
            .SelectMany(root => Directory.GetDirectories(root, "8.0.*"))
            .Last();
        string[] files = Directory.GetFiles(Path.Combine(pack, "ref", "net8.0"), "*.dll");
        foreach (string path in (string[])[.. files, BuildFacts.Get("Net8Runtime"), BuildFacts.Get("Net8Schema")]) yield return MetadataReference.CreateFromFile(path);
    }

    private static IEnumerable<MetadataReference> OfThisProcess()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (string path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            bool isFramework = path.StartsWith(framework, StringComparison.Ordinal)
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "netstandard" or "mscorlib");
            if (isFramework || name is "JourneyApps.Runtime") yield return MetadataReference.CreateFromFile(path);
        }

        yield return MetadataReference.CreateFromFile(BuildFacts.Get("Net8Schema"));
    }
}
