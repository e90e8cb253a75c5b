namespace JourneyApps.Internal.Values.Attachments;

/// <summary>The content of an upload.</summary>
/// <param name="fileName">A checked name.</param>
/// <param name="open">Opens the content from its start.</param>
/// <param name="canReopen">False for a stream, which can be read once.</param>
internal sealed class UploadSource(string fileName, Func<CancellationToken, ValueTask<Stream>> open, bool canReopen)
{
    private int _opened;

    public string FileName { get; } = fileName;

    public bool CanReopen { get; } = canReopen;

    /// <summary>True when the content cannot be sent again.</summary>
    public bool IsUsedUp => !CanReopen && Volatile.Read(ref _opened) != 0;

    /// <summary>The caller disposes it if <see cref="CanReopen"/>; otherwise the user owns it.</summary>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
        => Interlocked.Exchange(ref _opened, 1) != 0 && !CanReopen
            ? throw new InvalidOperationException(
                $"The stream of upload '{FileName}' was already read and cannot be sent again; pass a factory instead.")
            : open(cancellationToken);

    public static UploadSource FromFile(string path, string fileName)
    {
        return new UploadSource(fileName, Open, canReopen: true);

        ValueTask<Stream> Open(CancellationToken cancellationToken)
            => ValueTask.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true));
    }

    public static UploadSource FromBytes(ReadOnlyMemory<byte> bytes, string fileName)
    {
        byte[] copy = bytes.ToArray();
        return new UploadSource(fileName, _ => ValueTask.FromResult<Stream>(new MemoryStream(copy, writable: false)), canReopen: true);
    }

    public static UploadSource FromStream(Stream stream, string fileName)
        => new(fileName, _ => ValueTask.FromResult(stream), canReopen: false);
}
