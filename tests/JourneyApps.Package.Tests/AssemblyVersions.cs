using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JourneyApps.Package.Tests;

/// <summary>The assembly versions of what is inside a package.</summary>
internal static class AssemblyVersions
{
    public static Version Of(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream packed = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        packed.CopyTo(bytes);
        bytes.Position = 0;
        using PEReader reader = new(bytes);
        return reader.GetMetadataReader().GetAssemblyDefinition().Version;
    }
}
