using System.Globalization;
using System.Security.Cryptography;
using JourneyApps.Internal.Values.Ids;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>
/// The ids of rows: their own, or derived from a key column, or from the file's content and the line. However often a file is imported,
/// a row has the same id, so no object is made twice.
/// </summary>
internal sealed class RowIds(ImportSettings settings)
{
    private Guid? _ofFile;

    /// <summary>The id of a row, or why it has none.</summary>
    public (string? Id, string? Fault) Of(ImportRow row)
    {
        if (row.Id is { } own)
            return UuidText.IsWritable(own) ? (own, null) : (null, $"'{own}' is no id: the platform takes UUIDs in lower case");
        if (settings.Key is { } column)
        {
            return row.Values.TryGetValue(column, out RecordValue key) && key.Text is { Length: > 0 } text
                ? (Text(NameBasedUuid.Create(settings.KeyNamespace, text)), null)
                : (null, $"it has no '{column}' to derive its id from");
        }

        if (settings.Mode == ImportMode.Update) return (null, "it has no id, and an update needs one (or --key)");
        _ofFile ??= NamespaceOfFile(settings.File);
        return (Text(NameBasedUuid.Create(_ofFile.Value, row.Line.ToString(CultureInfo.InvariantCulture))), null);
    }

    private static string Text(Guid id) => id.ToString("D");

    private static Guid NamespaceOfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new Guid(SHA256.HashData(file).AsSpan(0, 16), bigEndian: true);
    }
}
