using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Reads the segments of an answer one after the other.</summary>
internal sealed class SegmentStream(IReadOnlyList<ReadOnlyMemory<byte>> segments) : ForwardStream
{
    private int _segment;
    private int _offset;

    public override int Read(Span<byte> buffer)
    {
        while (_segment < segments.Count && _offset == segments[_segment].Length)
        {
            _segment++;
            _offset = 0;
        }

        if (_segment == segments.Count) return 0;
        int count = Math.Min(buffer.Length, segments[_segment].Length - _offset);
        segments[_segment].Span.Slice(_offset, count).CopyTo(buffer);
        _offset += count;
        return count;
    }
}
