namespace JourneyApps.Internal.Transport.Bodies;

/// <summary>A body that is in memory.</summary>
internal sealed class BytesBody(ReadOnlyMemory<byte> json) : ApiBody
{
    // A stall is noticed per piece; one write of a whole batch would have to pass within a single time limit.
    private const int PieceBytes = 64 * 1024;

    public override long? Length => json.Length;

    public override async Task WriteToAsync(Stream target, Action progressed, CancellationToken cancellationToken)
    {
        for (int at = 0; at < json.Length; at += PieceBytes)
        {
            await target.WriteAsync(json.Slice(at, Math.Min(PieceBytes, json.Length - at)), cancellationToken).ConfigureAwait(false);
            progressed();
        }
    }
}
