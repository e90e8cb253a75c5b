using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Replaces file ids in rows by the files themselves, because the ids have no meaning in another deployment.</summary>
internal sealed class AttachmentUploads(Model model, AttachmentFolder folder)
{
    // The files of a row are in memory together, as bytes and as base64 in the request.
    private const long MaxFileBytes = 64 * 1024 * 1024;

    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);

    private long _missing;

    /// <summary>The number of files since the last call that are not in the folder. Their ids are sent as they are.</summary>
    public long TakeMissing()
    {
        long missing = _missing;
        _missing = 0;
        return missing;
    }

    /// <summary>The total size of the files of a row, in bytes.</summary>
    public long SizeOf(ImportRow row) => _fields.Sum(field => Find(row, field).Path is { } path ? new FileInfo(path).Length : 0);

    /// <summary>The row with its files; a row with an error when a file is ambiguous or cannot be sent.</summary>
    public ImportRow With(ImportRow row)
    {
        Dictionary<string, RecordValue> values = new(row.Values);
        foreach (string field in _fields)
        {
            if (IdOf(row, field) is null) continue;
            (string? path, string? error) = Find(row, field);
            if (error is not null) return row.Reject(error);
            if (path is null)
            {
                _missing++;
                continue;
            }

            if (new FileInfo(path).Length > MaxFileBytes)
                return row.Reject($"the file '{path}' is larger than {MaxFileBytes / 1024 / 1024} MiB");
            values.Remove($"{field}_id");
            values[field] = RecordValue.File(File.ReadAllBytes(path), Attachment.SanitizeFileName(Path.GetFileName(path)));
        }

        return row with { Values = values };
    }

    private (string? Path, string? Error) Find(ImportRow row, string field)
        => IdOf(row, field) is { } id ? folder.Find(model.Name, id) : (null, null);

    private static string? IdOf(ImportRow row, string field)
        => row.Values.TryGetValue($"{field}_id", out RecordValue id) && id.Text is { Length: > 0 } text ? text : null;
}
