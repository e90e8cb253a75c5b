using System.IO.Compression;

namespace JourneyApps.Package.Tests;

/// <summary>What a package holds, without the parts that every package has and that are named at random.</summary>
internal static class PackageListing
{
    public static IEnumerable<string> Of(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsPackaging(name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsPackaging(string name)
        => name is "_rels/.rels" or "[Content_Types].xml" || name.StartsWith("package/services/metadata/", StringComparison.Ordinal);
}
