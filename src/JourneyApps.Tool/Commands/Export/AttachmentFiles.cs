using JourneyApps.Internal.Objects.Downloads;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Schema;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Brings the files of photos, signatures and attachments into a folder, each into one of its own that is named for its id. The file of an id
/// never changes, so one that is there whole is not fetched again.
/// </summary>
internal sealed class AttachmentFiles(ToolClient client, Model model, AttachmentFolder folder)
{
    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);
    private readonly MediaDownloader _downloader = new(client.Transport);

    /// <summary>How many files are in the folder by now.</summary>
    public long Fetched { get; private set; }

    /// <summary>How many have an id and no file yet: their device has not sent them.</summary>
    public long Missing { get; private set; }

    /// <summary>Fetches the files of some objects.</summary>
    public async Task FetchAsync(IEnumerable<JourneyRecord> records, CancellationToken cancellationToken)
    {
        foreach (JourneyRecord record in records)
        {
            foreach (string field in _fields)
            {
                if (record[$"{field}_id"].Text is not { Length: > 0 } id) continue;
                if (folder.Find(model.Name, id) is not null || await FetchAsync(record, field, id, cancellationToken)) Fetched++;
                else Missing++;
            }
        }
    }

    private async Task<bool> FetchAsync(JourneyRecord record, string field, string id, CancellationToken cancellationToken)
    {
        if (UrlOf(record, field) is not { } url) return false;
        try
        {
            await DownloadAsync(url, id, cancellationToken);
        }
        catch (JourneyApiException fault) when ((int?)fault.StatusCode is 401 or 403 or 404 or 410)
        {
            // Links live for a time that nobody states; the object has a fresh one. It may have another file by now, or be gone.
            JourneyRecord? fresh = await client.Objects(model.Name).FindAsync(record.Id, cancellationToken);
            if (fresh is null || fresh[$"{field}_id"].Text != id || UrlOf(fresh, field) is not { } now) return false;
            await DownloadAsync(now, id, cancellationToken);
        }

        return true;
    }

    private async Task DownloadAsync(Uri url, string id, CancellationToken cancellationToken)
    {
        // The last part of the address is the file's name; a server could write anything there.
        string path = folder.PathOf(model.Name, id, Uri.UnescapeDataString(url.Segments[^1]));
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
