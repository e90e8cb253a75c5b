namespace JourneyApps.Benchmarks.Transfers;

/// <summary>A file of any size that is nowhere: gives bytes that follow from their position, or checks that the same come back.</summary>
internal sealed class CountedStream(long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int some = (int)Math.Min(buffer.Length, length - _position);
        Span<byte> span = buffer.Span[..some];
        for (int i = 0; i < span.Length; i++) span[i] = At(_position + i);
        _position += some;
        return new(some);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ReadOnlySpan<byte> span = buffer.Span;
        for (int i = 0; i < span.Length; i++)
        {
            if (span[i] != At(_position + i)) throw new InvalidDataException($"Byte {_position + i} came back changed.");
        }
        _position += span.Length;
        return default;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static byte At(long position) => (byte)(position ^ (position >> 9));
}
