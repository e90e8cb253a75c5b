using System.Buffers;
using System.Text;

namespace JourneyApps.Emulator.Recording;

/// <summary>A request that is being recorded while it is read and answered.</summary>
internal sealed class RequestRecording(ApiRequest request, string pathAndQuery, int maxBodyBytes, Action<long> kept)
{
    private readonly object _lock = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private long _bodyBytes;
    private bool _dropped;

    /// <summary>The status of the response; 0 if there is none.</summary>
    public int StatusCode { get; set; }

    /// <summary>A stream that records a body while it is read.</summary>
    public Stream Record(Stream body) => new RecordingStream(body, this);

    /// <summary>Keeps no more of the body, and returns how much of it was kept.</summary>
    public long Drop()
    {
        lock (_lock)
        {
            _dropped = true;
            return _body.WrittenCount;
        }
    }

    public RecordedRequest ToRequest()
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> header in request.Headers) headers[header.Key] = Redact(header);
        lock (_lock)
        {
            string body = Encoding.UTF8.GetString(_body.WrittenSpan);
            return new(request.Method, pathAndQuery, headers, body, _bodyBytes, StatusCode);
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            _bodyBytes += bytes.Length;
            int count = _dropped ? 0 : (int)Math.Min(bytes.Length, maxBodyBytes - _body.WrittenCount);
            if (count <= 0) return;
            _body.Write(bytes[..count]);
            kept(count);
        }
    }

    private static string Redact(KeyValuePair<string, string> header)
        => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? header.Value.Split(' ')[0]
        : header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? string.Empty
        : header.Value;

    private sealed class RecordingStream(Stream inner, RequestRecording recording) : ForwardStream
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
}
