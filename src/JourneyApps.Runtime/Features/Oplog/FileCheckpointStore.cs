using System.Text;

namespace JourneyApps.Oplog;

/// <summary>Stores a checkpoint in a file. It is written to a second file first, so that the old or the new checkpoint remains after a
/// crash.</summary>
/// <param name="path">The path of the file; its folder must exist.</param>
public sealed class FileCheckpointStore(string path) : ICheckpointStore
{
    private readonly string _path = Path.GetFullPath(path);

    /// <inheritdoc/>
    public async ValueTask<string?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            string text = await File.ReadAllTextAsync(_path, cancellationToken).ConfigureAwait(false);
            return text.Length == 0 ? null : text.TrimEnd('\n');
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        string beside = _path + ".new";
        var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 4096, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(checkpoint + "\n"), cancellationToken).ConfigureAwait(false);
            // Flushed before the rename: after a power failure the file would otherwise be empty.
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, _path, overwrite: true);
    }
}
