namespace JourneyApps.Tool.Commands.Mcp;

/// <summary>Passes bytes on and reports the messages in them, one per line.</summary>
/// <param name="inner">Standard input or standard output.</param>
/// <param name="onMessage">Receives each message: one that is read before it is passed on, one that is written after that.</param>
/// <param name="onEnd">Runs at the end of the input, before the end is passed on.</param>
internal sealed class MessageStream(
    Stream inner, Action<ReadOnlyMemory<byte>> onMessage, Func<CancellationToken, Task>? onEnd = null) : Stream
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly MemoryStream _line = new();

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;

        // Reading standard input cannot be canceled.
        int count = await inner.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
        if (count == 0 && _line.Length > 0)
        {
            // The last message has no line end: the server would see it only after the end.
            NewLine.CopyTo(buffer);
            count = 1;
        }

        if (count > 0) Split(buffer.Span[..count]);
        else if (onEnd is not null) await onEnd(cancellationToken);
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken);
        if (buffer.Span.Contains(NewLine[0])) await inner.FlushAsync(cancellationToken);
        Split(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _line.Dispose();
        base.Dispose(disposing);
    }

    private void Split(ReadOnlySpan<byte> bytes)
    {
        for (int end = bytes.IndexOf(NewLine[0]); end >= 0; end = bytes.IndexOf(NewLine[0]))
        {
            _line.Write(bytes[..end]);
            if (_line.Length > 0) onMessage(_line.GetBuffer().AsMemory(0, (int)_line.Length));
            _line.SetLength(0);
            bytes = bytes[(end + 1)..];
        }

        _line.Write(bytes);
    }
}
