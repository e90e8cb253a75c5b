using System.Globalization;
using System.Security.Cryptography;
using JourneyApps.Records;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Assigns an id to each row: its own id, or one derived from a key column, or from the file's content and the line number. A row
/// has the same id however often the file is imported, so no object is created twice.</summary>
internal sealed class RowIds(ImportSettings settings)
{
    private readonly Dictionary<Guid, long> _lines = [];
    private byte[]? _fileHash;

    /// <summary>The SHA-256 hash of the file.</summary>
    public byte[] FileHash => _fileHash ??= Hash(settings.File);

    /// <summary>The row with its id; with an error when it has no usable one. Pass each row once, in order.</summary>
    public ImportRow Assign(ImportRow row)
    {
        if (row.Error is not null) return row;
        (string? id, string? error) = IdOf(row);
        if (id is null) return row.Reject(error!);

        // The platform accepts only UUIDs in lower case, and reports others late and without a name.
        if (!Guid.TryParseExact(id, "D", out Guid uuid) || uuid.ToString("D") != id)
            return row.Reject($"'{id}' is not an id: the platform requires a UUID in lower case");
        return _lines.TryAdd(uuid, row.Line) ? row with { Id = id } : row.Reject($"it has the same id as line {_lines[uuid]}: {id}");
    }

    private (string? Id, string? Error) IdOf(ImportRow row)
    {
        if (row.Id is not null) return (row.Id, null);
        if (settings.Key is { } column)
        {
            return row.Values.TryGetValue(column, out RecordValue key) && TextOf(key) is { Length: > 0 } text
                ? (Derive(settings.KeyNamespace, text), null)
                : (null, $"it has no value in '{column}' to derive its id from");
        }

        if (settings.Mode == ImportMode.Update) return (null, "it has no id; an update requires one, or --key");
        Guid fileNamespace = new(FileHash.AsSpan(0, 16), bigEndian: true);
        return (Derive(fileNamespace, row.Line.ToString(CultureInfo.InvariantCulture)), null);
    }

    // 5 and 5.0 are the same number.
    private static string? TextOf(RecordValue key) => key.Integer is { } number ? number.ToString(CultureInfo.InvariantCulture) : key.Text;

    private static string Derive(Guid keyNamespace, string key) => Id<JourneyRecord>.FromKey(keyNamespace, key).Value;

    private static byte[] Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
