using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Hosting;

/// <summary>An answer whose connection is cut in the middle.</summary>
internal sealed class CutStream(IReadOnlyList<ReadOnlyMemory<byte>> segments, long cutAfterBytes) : ForwardStream
{
    private readonly SegmentStream _inner = new(segments);
    private long _left = cutAfterBytes;

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 && buffer.Length > 0)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }

        int read = _inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }
}
