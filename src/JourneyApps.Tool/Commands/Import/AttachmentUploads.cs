using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Replaces file ids in rows by the files themselves, because the ids have no meaning in another deployment.</summary>
internal sealed class AttachmentUploads(Model model, AttachmentFolder folder)
{
    // The files of a row are in memory together, as bytes and as base64 in the request.
    private const long MaxFileBytes = 64 * 1024 * 1024;

    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);

    /// <summary>The total size of the files of a row, in bytes.</summary>
    public long SizeOf(ImportRow row) => _fields.Sum(field => FilesOf(row, field).Take(1).Sum(path => new FileInfo(path).Length));

    /// <summary>The row with its files; a row with an error when a file is ambiguous or too large.</summary>
    public ImportRow With(ImportRow row)
    {
        Dictionary<string, RecordValue> values = new(row.Values);
        foreach (string field in _fields)
        {
            IReadOnlyList<string> files = FilesOf(row, field);
            if (files.Count == 0) continue;
            string path = files[0];
            if (files.Count > 1) return row.Reject($"the folder '{Path.GetDirectoryName(path)}' contains more than one file");
            if (new FileInfo(path).Length > MaxFileBytes)
                return row.Reject($"the file '{path}' is larger than {MaxFileBytes / 1024 / 1024} MiB");
            values.Remove($"{field}_id");
            values[field] = RecordValue.File(File.ReadAllBytes(path), Attachment.SanitizeFileName(Path.GetFileName(path)));
        }

        return row with { Values = values };
    }

    private IReadOnlyList<string> FilesOf(ImportRow row, string field)
        => row.Values.TryGetValue($"{field}_id", out RecordValue id) && id.Text is { Length: > 0 } text
        ? folder.FilesOf(model.Name, text)
        : [];
}
