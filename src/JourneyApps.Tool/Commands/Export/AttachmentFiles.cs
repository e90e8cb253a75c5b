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
    // Downloads wait for the network most of the time.
    private const int Lanes = 4;

    private readonly string[] _fields = AttachmentFolder.FieldsOf(model);
    private long _fetched;
    private long _missing;

    /// <summary>The number of files that are in the folder.</summary>
    public long Fetched => _fetched;

    /// <summary>The number of files that cannot be downloaded, for example because their device has not uploaded them.</summary>
    public long Missing => _missing;

    /// <summary>Downloads the files of objects.</summary>
    public Task FetchAsync(IEnumerable<JourneyRecord> records, CancellationToken cancellationToken)
    {
        // Objects can share a file, which must not be written twice at the same time.
        var files = records
            .SelectMany(record => _fields.Select(field => (Record: record, Field: field, Id: record[$"{field}_id"].Text)))
            .Where(static file => file.Id is { Length: > 0 })
            .GroupBy(static file => file.Id!, StringComparer.Ordinal);
        ParallelOptions lanes = new() { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(files, lanes, async (sharing, stop) =>
        {
            foreach ((JourneyRecord record, string field, string? id) in sharing)
            {
                if (await FetchAsync(record, field, id!, stop)) Interlocked.Increment(ref _fetched);
                else Interlocked.Increment(ref _missing);
            }
        });
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
        FileStream target = OwnFile.Create(part);
        try
        {
            await using (target)
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
