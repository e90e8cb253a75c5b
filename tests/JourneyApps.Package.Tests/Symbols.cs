using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace JourneyApps.Package.Tests;

/// <summary>The debugging symbols inside an assembly.</summary>
/// <param name="Documents">The names of the source files.</param>
/// <param name="SourceLink">Where a debugger fetches them; empty when it is not said.</param>
internal sealed record Symbols(IReadOnlyList<string> Documents, string SourceLink)
{
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>Reads them; null when there are none.</summary>
    public static Symbols? Of(byte[] assembly)
    {
        using PEReader image = new([.. assembly]);
        DebugDirectoryEntry embedded = image.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        if (embedded.Type != DebugDirectoryEntryType.EmbeddedPortablePdb) return null;
        using MetadataReaderProvider provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader reader = provider.GetMetadataReader();
        ImmutableArray<byte> link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLinkKind)
            .Select(information => reader.GetBlobContent(information.Value)).FirstOrDefault([]);
        return new Symbols(
            [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))],
            Encoding.UTF8.GetString(link.AsSpan()));
    }
}
