namespace JourneyApps.Internal.Transport.Requests;

/// <summary>A connection on which the handler does not repeat requests unseen. <see cref="SocketsHttpHandler"/> sends a request without a
/// body up to three times more when the server closes the connection without a response, so five attempts would be twenty requests. It
/// does that only for a plain end of the stream, which this stream reports as an error instead; the library's own retries handle
/// it.</summary>
/// <param name="connection">The connection.</param>
internal sealed class SingleSendStream(Stream connection) : Stream
{
    // A request without a body was written, and nothing was read since.
    private bool _isOpen;

    public override bool CanRead => connection.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => connection.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Received(connection.Read(buffer), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _isOpen ? FirstAsync(buffer, cancellationToken) : connection.ReadAsync(buffer, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Sending(buffer);
        connection.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Sending(buffer.Span);
        return connection.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) connection.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> FirstAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        => Received(await connection.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    // Only requests of HTTP/1.1 begin with the method; the frames of HTTP/2 do not.
    private void Sending(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("GET "u8) || bytes.StartsWith("DELETE "u8)) _isOpen = true;
    }

    private int Received(int read, int wanted)
    {
        if (read > 0) _isOpen = false;
        else if (_isOpen && wanted > 0)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The server closed the connection without a response.");
        return read;
    }
}
