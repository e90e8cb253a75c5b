using System.Buffers;
using System.Text;

namespace JourneyApps.Emulator.Http;

/// <summary>A request that is being recorded while it is read and answered.</summary>
internal sealed class RequestRecording(ApiRequest request, string pathAndQuery, int maxBodyBytes, Action<long> kept)
{
    private readonly object _lock = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private long _bodyBytes;
    private bool _dropped;

    /// <summary>The status answered; 0 when there is none.</summary>
    public int StatusCode { get; set; }

    public void Append(ReadOnlySpan<byte> bytes)
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

    /// <summary>Keeps nothing from now on, and tells how much of the body was kept until then.</summary>
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

    private static string Redact(KeyValuePair<string, string> header) =>
        header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? header.Value.Split(' ')[0]
        : header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? string.Empty
        : header.Value;
}
