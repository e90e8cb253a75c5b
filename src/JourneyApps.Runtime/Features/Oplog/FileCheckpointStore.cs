using System.Text;

namespace JourneyApps.Oplog;

/// <summary>Stores a checkpoint in a file. It is written to a second file first, so that the old or the new checkpoint remains after a
/// crash.</summary>
/// <remarks>The store locks the file for other processes and other stores, from the first call until it is disposed or the mirror or
/// follower that uses it ends: two mirrors of one copy would undo each other's changes. The lock is an empty file in the same folder
/// whose name ends in <c>.lock</c>.</remarks>
/// <param name="path">The path of the file; its folder must exist.</param>
public sealed class FileCheckpointStore(string path) : ICheckpointStore, IDisposable
{
    // Text that cannot be stored as it is must not be replaced unseen.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path = Path.GetFullPath(path);
    private FileStream? _lock;

    /// <inheritdoc/>
    /// <exception cref="FormatException">The file is not UTF-8.</exception>
    /// <exception cref="IOException">Another mirror or follower is using the file.</exception>
    public async ValueTask<string?> LoadAsync(CancellationToken cancellationToken)
    {
        Lock();
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
        Lock();
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

    /// <summary>Saves a checkpoint. The lock guarantees that nothing else changed the file.</summary>
    /// <inheritdoc/>
    public async ValueTask<bool> ReplaceAsync(string? previous, string checkpoint, CancellationToken cancellationToken)
    {
        await SaveAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Releases the lock. The next call locks the file again.</summary>
    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    /// <summary>The path of the file, for messages.</summary>
    public override string ToString() => $"the file '{_path}'";

    private void Lock()
    {
        if (_lock is not null) return;
        try
        {
            _lock = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException(
                $"The checkpoint file '{_path}' is in use by another mirror or follower, or cannot be locked: {fault.Message} "
                + "Run one of them per file.", fault);
        }
    }
}
