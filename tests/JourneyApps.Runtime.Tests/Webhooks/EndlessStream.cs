namespace JourneyApps.Runtime.Tests.Webhooks;

/// <summary>A body whose sender never stops.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public int Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int some = Math.Min(buffer.Length, 1000);
        Given += some;
        return ValueTask.FromResult(some);
    }
}
