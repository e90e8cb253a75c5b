using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Schema;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Downloads photos, signatures and attachments, each to a folder named for its id. The file of an id never changes, so a file that is
/// complete is not downloaded again.
/// </summary>
internal sealed class AttachmentFiles(ToolClient client, Model model, AttachmentFolder folder)
{
    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);
    private readonly MediaDownloader _downloader = new(client.Transport);

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
                if (IsDownloaded(record, field, id) || await FetchAsync(record, field, id, cancellationToken)) Fetched++;
                else Missing++;
            }
        }
    }

    // Another file in the folder, such as one that a file manager left there, does not count.
    private bool IsDownloaded(JourneyRecord record, string field, string id)
        => UrlOf(record, field) is { } url ? File.Exists(PathOf(url, id)) : folder.FilesOf(model.Name, id).Count > 0;

    // The last segment of the URL is the file name. A server can send any text there.
    private string PathOf(Uri url, string id) => folder.PathOf(model.Name, id, Uri.UnescapeDataString(url.Segments[^1]));

    private async Task<bool> FetchAsync(JourneyRecord record, string field, string id, CancellationToken cancellationToken)
    {
        if (UrlOf(record, field) is not { } url) return false;
        try
        {
            await DownloadAsync(url, id, cancellationToken);
        }
        catch (JourneyApiException fault) when ((int?)fault.StatusCode is 401 or 403 or 404 or 410)
        {
            // URLs expire; the object has a new one. It may also have another file by now, or be deleted.
            JourneyRecord? fresh = await client.Objects(model.Name).FindAsync(record.Id, cancellationToken);
            if (fresh is null || fresh[$"{field}_id"].Text != id || UrlOf(fresh, field) is not { } now) return false;
            await DownloadAsync(now, id, cancellationToken);
        }

        return true;
    }

    private async Task DownloadAsync(Uri url, string id, CancellationToken cancellationToken)
    {
        string path = PathOf(url, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string part = path + AttachmentFolder.Unfinished;
        await using (FileStream target = new(part, FileMode.Create, FileAccess.Write))
        {
            ApiRequest request = new(HttpMethod.Get, "", "download") { Model = model.Name, IsTransfer = true };
            await _downloader.DownloadAsync(request, url, target, new DownloadOptions(), cancellationToken);
            target.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    private static Uri? UrlOf(JourneyRecord record, string field) => Uri.TryCreate(record[field]["original"].Text, UriKind.Absolute, out Uri? url) ? url : null;
}
