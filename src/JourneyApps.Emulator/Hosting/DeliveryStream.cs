namespace JourneyApps.Emulator.Hosting;

/// <summary>The body of a delivered response: at once, slowly in pieces, or cut off.</summary>
internal sealed class DeliveryStream(ApiDelivery delivery) : ForwardStream
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _segments = delivery.Response!.Body;
    private long _left = delivery.CutAfterBytes ?? long.MaxValue;
    private int _segment;
    private int _offset;

    public override int Read(Span<byte> buffer)
    {
        delivery.PauseAsync(CancellationToken.None).GetAwaiter().GetResult();
        return ReadSegment(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await delivery.PauseAsync(cancellationToken).ConfigureAwait(false);
        return ReadSegment(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int ReadSegment(Span<byte> buffer)
    {
        if (_left == 0 && buffer.Length > 0) throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

        while (_segment < _segments.Count && _offset == _segments[_segment].Length)
        {
            _segment++;
            _offset = 0;
        }

        if (_segment == _segments.Count) return 0;
        ReadOnlySpan<byte> rest = _segments[_segment].Span[_offset..];
        int count = (int)Math.Min(Math.Min(rest.Length, buffer.Length), Math.Min(delivery.PieceBytes ?? int.MaxValue, _left));
        rest[..count].CopyTo(buffer);
        _offset += count;
        _left -= count;
        return count;
    }
}
