namespace JourneyApps.Runtime.Tests.Webhooks;

/// <summary>A body that arrives a few bytes at a time.</summary>
internal sealed class PiecewiseStream(byte[] content) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
}
