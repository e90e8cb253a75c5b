using JourneyApps.Schema;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Puts the files of a folder in place of the ids that rows have: in another deployment those ids mean nothing.</summary>
internal sealed class AttachmentUploads(Model model, AttachmentFolder folder)
{
    // A row's files are in memory together, once as they are and once in the request.
    private const long LargestFile = 64 * 1024 * 1024;

    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);

    /// <summary>How many bytes of files a row brings along.</summary>
    public long SizeOf(ImportRow row) => _fields.Sum(field => FileOf(row, field) is { } path ? new FileInfo(path).Length : 0);

    /// <summary>The row with its files; faulty when one of them is too large to be sent.</summary>
    public ImportRow With(ImportRow row)
    {
        Dictionary<string, RecordValue>? values = null;
        foreach (string field in _fields)
        {
            if (FileOf(row, field) is not { } path) continue;
            if (new FileInfo(path).Length > LargestFile) return ImportRow.Faulty(row.Line, $"the file '{path}' is larger than {LargestFile / 1024 / 1024} MiB");
            values ??= new(row.Values);
            values.Remove($"{field}_id");
            values[field] = RecordValue.File(File.ReadAllBytes(path), AttachmentFileName.Sanitize(Path.GetFileName(path)));
        }

        return values is null ? row : row with { Values = values };
    }

    private string? FileOf(ImportRow row, string field)
        => row.Values.TryGetValue($"{field}_id", out RecordValue id) && id.Text is { Length: > 0 } text ? folder.Find(model.Name, text) : null;
}
