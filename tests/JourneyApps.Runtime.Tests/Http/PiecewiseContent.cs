using System.Net;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>A body in pieces; the end, or what comes in place of one, is the last of them.</summary>
/// <param name="pieces">Each is called for what comes next: nothing for the end.</param>
internal sealed class PiecewiseContent(params Func<CancellationToken, Task<byte[]>>[] pieces) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PieceStream(new(pieces)));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class PieceStream(Queue<Func<CancellationToken, Task<byte[]>>> pieces) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            byte[] piece = await pieces.Dequeue()(cancellationToken);
            piece.CopyTo(buffer);
            return piece.Length;
        }
    }
}
