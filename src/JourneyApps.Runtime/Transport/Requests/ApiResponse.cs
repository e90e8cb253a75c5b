using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>A successful response, read into a rented buffer.</summary>
internal sealed class ApiResponse(HttpStatusCode status, HttpResponseHeaders headers, string? mediaType, byte[] buffer, int length)
    : IDisposable
{
    private readonly int _start = length - JsonText.WithoutMark(buffer.AsSpan(0, length)).Length;
    private byte[]? _buffer = buffer;

    public HttpStatusCode Status => status;

    public HttpResponseHeaders Headers => headers;

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.AsMemory(_start, length - _start);

    /// <summary>The body as it was sent.</summary>
    public ReadOnlyMemory<byte> Content => _buffer.AsMemory(0, length);

    /// <summary>Whether the content type is JSON or missing.</summary>
    public bool IsJson => IsJsonMediaType(mediaType);

    public bool IsNotModified => status == HttpStatusCode.NotModified;

    /// <summary>Whether a media type is JSON or missing.</summary>
    public static bool IsJsonMediaType(string? mediaType) => mediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? true;

    public void Dispose()
    {
        if (_buffer is not { Length: > 0 } rented) return;
        _buffer = null;
        ArrayPool<byte>.Shared.Return(rented);
    }
}
