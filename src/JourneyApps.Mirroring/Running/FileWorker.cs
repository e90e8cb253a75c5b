using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Running;

/// <summary>Downloads the queued files into a folder, several at the same time, while the rows go on.</summary>
internal sealed class FileWorker(JourneyClient app, WriterSession session, MirrorFileOptions options) : IDisposable
{
    private const int BatchSize = 64;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // Two that read the queue would download the same files.
    private readonly SemaphoreSlim _reader = new(1, 1);

    /// <summary>Downloads until it is canceled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await DrainAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(Interval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Downloads until no file can be downloaded now.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _reader.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (await StoreNextAsync(cancellationToken).ConfigureAwait(false))
            {
            }
        }
        finally
        {
            _reader.Release();
        }
    }

    public void Dispose() => _reader.Dispose();

    private async Task<bool> StoreNextAsync(CancellationToken cancellationToken)
    {
        bool hasRemoved = await RemoveNextAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WaitingFile> files = await session.UseAsync(
            () => FileQueue.ReadAsync(session.Store, BatchSize, cancellationToken), cancellationToken).ConfigureAwait(false);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, StoreAsync).ConfigureAwait(false);
        return hasRemoved || files.Count > 0;
    }

    /// <summary>Removes files that nothing in the copy has any more.</summary>
    private async Task<bool> RemoveNextAsync(CancellationToken cancellationToken)
    {
        CopyStore store = session.Store;
        IReadOnlyList<WaitingFile> files = await session.UseAsync(
            () => FileQueue.ReadGoneAsync(store, BatchSize, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (files.Count == 0) return false;
        string[] paths = [.. files.Select(static file => file.Path).OfType<string>()];
        HashSet<string> staying = await session.UseAsync(
            () => FileQueue.StayingAsync(store, paths, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (WaitingFile file in files)
        {
            try
            {
                if (file.Path is { } path && !staying.Contains(path)) Remove(path);
                await session.UseAsync(() => FileQueue.RemovedAsync(store, file, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await session.UseAsync(
                    () => FileQueue.FailedAsync(store, file, fault.Message, LongestWait, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        return true;
    }

    private void Remove(string path)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder)) + Path.DirectorySeparatorChar;
        string file = Path.GetFullPath(Path.Combine(folder, path));
        // The path comes from a table that others can change.
        if (file.StartsWith(folder, StringComparison.Ordinal) && File.Exists(file)) File.Delete(file);
    }

    private async ValueTask StoreAsync(WaitingFile file, CancellationToken cancellationToken)
    {
        CopyStore store = session.Store;
        try
        {
            // Read again: the URL of a file expires.
            JourneyRecord? record = await app.Objects(file.Model).FindAsync(file.Id, cancellationToken).ConfigureAwait(false);
            if (record is null || (record[file.Field + "_id"].Text is { } present && present != file.FileId))
            {
                await session.UseAsync(() => FileQueue.ForgetAsync(store, file, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                return;
            }

            string path = await DownloadAsync(record, file, cancellationToken).ConfigureAwait(false);
            int noted = await session.UseAsync(() => FileQueue.StoredAsync(store, file, path, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            // It was forgotten during the download.
            if (noted == 0) Remove(path);
        }
        catch (Exception fault) when (fault is JourneyApiException or IOException or UnauthorizedAccessException)
        {
            TimeSpan wait = FirstWait * Math.Pow(4, file.Attempts);
            await session.UseAsync(
                () => FileQueue.FailedAsync(store, file, fault.Message, wait < LongestWait ? wait : LongestWait, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string> DownloadAsync(JourneyRecord record, WaitingFile file, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(options.Folder, Safe(file.Model), Safe(file.Field));
        Directory.CreateDirectory(folder);
        string part = Path.Combine(folder, $"{Safe(file.FileId)}.part");
        string? type;
        FileStream target = new(part, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (target.ConfigureAwait(false))
        {
            (_, type) = await app.Objects(file.Model).DownloadAsync(record, file.Field, target, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            // Otherwise, after a power failure, the copy could name a file that is empty.
            target.Flush(flushToDisk: true);
        }

        string name = Safe(file.FileId) + ExtensionOf(type);
        File.Move(part, Path.Combine(folder, name), overwrite: true);
        // The same on all systems, because programs on others read the copy too.
        return $"{Safe(file.Model)}/{Safe(file.Field)}/{name}";
    }

    // An id comes from a server and must not lead out of the folder.
    private static string Safe(string name)
        => string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));

    private static string ExtensionOf(string? mediaType) => mediaType?.Split(';')[0].Trim().ToUpperInvariant() switch
    {
        "IMAGE/JPEG" => ".jpg",
        "IMAGE/PNG" => ".png",
        "IMAGE/SVG+XML" => ".svg",
        "APPLICATION/PDF" => ".pdf",
        "TEXT/PLAIN" => ".txt",
        "TEXT/CSV" => ".csv",
        _ => "",
    };
}
