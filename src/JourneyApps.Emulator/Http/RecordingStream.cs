namespace JourneyApps.Emulator.Http;

/// <summary>A body that is recorded as it is read.</summary>
internal sealed class RecordingStream(Stream inner, RequestRecording recording) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        recording.Append(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        recording.Append(buffer.Span[..read]);
        return read;
    }
}
