using JourneyApps.Records;
using JourneyApps.Tool.Files;
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
        if (!Uri.TryCreate(record[field]["original"].Text, UriKind.Absolute, out Uri? url))
            return folder.Find(model.Name, id).Path is not null;

        // The last segment of the URL is the file name. A server can send any text there.
        string path = folder.CreatePath(model.Name, id, Uri.UnescapeDataString(url.Segments[^1]));
        OwnFile.Check(path);
        if (File.Exists(path) && new FileInfo(path).Length > 0) return true;
        string part = AttachmentFolder.UnfinishedPathOf(path);
        try
        {
            await using (FileStream target = OwnFile.Create(part))
            {
                await client.Objects(model.Name).DownloadAsync(record, field, target, cancellationToken: cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
            return true;
        }
        catch (JourneyApiException exception) when (exception is ObjectNotFoundException || exception.Kind == ApiErrorKind.FileUnavailable)
        {
            // The object was deleted, or has another file by now.
            return false;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
