using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Hosting;

/// <summary>An answer that comes slowly, piece by piece.</summary>
internal sealed class TrickleStream(IReadOnlyList<ReadOnlyMemory<byte>> segments, DeliveryPace pace) : ForwardStream
{
    private readonly SegmentStream _inner = new(segments);

    public override int Read(Span<byte> buffer)
    {
        pace.PauseAsync(CancellationToken.None).GetAwaiter().GetResult();
        return _inner.Read(buffer[..Math.Min(buffer.Length, pace.PieceBytes)]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await pace.PauseAsync(cancellationToken).ConfigureAwait(false);
        return _inner.Read(buffer.Span[..Math.Min(buffer.Length, pace.PieceBytes)]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
