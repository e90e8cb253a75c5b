using System.Text;

namespace JourneyApps.Oplog;

/// <summary>Stores a checkpoint in a file. It is written to a second file first, so that the old or the new checkpoint remains after a
/// crash.</summary>
/// <param name="path">The path of the file; its folder must exist.</param>
public sealed class FileCheckpointStore(string path) : ICheckpointStore
{
    // Text that cannot be stored as it is must not be replaced unseen.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path = Path.GetFullPath(path);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The file is not UTF-8.</exception>
    public async ValueTask<string?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            byte[] bytes = await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false);
            return bytes.Length == 0 ? null : Utf8.GetString(JsonText.WithoutMark(bytes)).TrimEnd('\n');
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException($"{this} is not UTF-8, so it is not a checkpoint. Restore it, or remove it.", fault);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair, which UTF-8 does not have.</exception>
    public async ValueTask SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        byte[] text = Utf8.GetBytes(checkpoint + "\n");
        string beside = _path + ".new";
        var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 4096, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(text, cancellationToken).ConfigureAwait(false);
            // Flushed before the rename: after a power failure the file would otherwise be empty.
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, _path, overwrite: true);
    }

    /// <summary>The path of the file, for messages.</summary>
    public override string ToString() => $"the file '{_path}'";
}
