using System.IO.Compression;
using System.Xml.Linq;

namespace JourneyApps.Package.Tests;

/// <summary>Reads files out of packages.</summary>
internal static class PackageFiles
{
    public static byte[] Read(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = (archive.GetEntry(entry) ?? throw new FileNotFoundException($"{Path.GetFileName(package)} has no {entry}.")).Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>What the package says about itself.</summary>
    public static XElement Specification(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XElement.Load(stream);
    }

    /// <summary>The value of an element of its metadata; empty when there is none.</summary>
    public static string Metadata(string package, string name)
        => Specification(package).Elements().Single().Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
}
