using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Driving;

/// <summary>What compiled test code refers to.</summary>
internal static class References
{
    /// <summary>The framework that the tests run on, and the runtime.</summary>
    public static readonly MetadataReference[] Net10 = [.. OfThisProcess()];

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
    }
}
