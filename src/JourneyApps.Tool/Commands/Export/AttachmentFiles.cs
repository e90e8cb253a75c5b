using JourneyApps.Records;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Downloads photos, signatures and attachments, each to a folder named for its id. The file of an id never changes, so a file that is
/// complete is not downloaded again.
/// </summary>
internal sealed class AttachmentFiles(JourneyClient client, Model model, AttachmentFolder folder)
{
    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);

    /// <summary>The number of files that are in the folder.</summary>
    public long Fetched { get; private set; }

    /// <summary>The number of files that cannot be downloaded, for example because their device has not uploaded them.</summary>
    public long Missing { get; private set; }

    /// <summary>Downloads the files of objects.</summary>
    public async Task FetchAsync(IEnumerable<JourneyRecord> records, CancellationToken cancellationToken)
    {
        foreach (JourneyRecord record in records)
        {
            foreach (string field in _fields)
            {
                if (record[$"{field}_id"].Text is not { Length: > 0 } id) continue;
                if (await FetchAsync(record, field, id, cancellationToken)) Fetched++;
                else Missing++;
            }
        }
    }

    private async Task<bool> FetchAsync(JourneyRecord record, string field, string id, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(record[field]["original"].Text, UriKind.Absolute, out Uri? url)) return folder.FilesOf(model.Name, id).Count > 0;

        // The last segment of the URL is the file name. A server can send any text there.
        string path = folder.PathOf(model.Name, id, Uri.UnescapeDataString(url.Segments[^1]));
        if (File.Exists(path)) return true;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string part = path + AttachmentFolder.Unfinished;
        try
        {
            await using (FileStream target = new(part, FileMode.Create, FileAccess.Write))
            {
                await client.Objects(model.Name).DownloadAsync(record, field, target, cancellationToken: cancellationToken);
                target.Flush(flushToDisk: true);
            }
        }
        catch (JourneyApiException exception) when (exception is ObjectNotFoundException || exception.Kind == ApiErrorKind.FileUnavailable)
        {
            // The object was deleted, or has another file by now.
            File.Delete(part);
            return false;
        }

        File.Move(part, path, overwrite: true);
        return true;
    }
}
