using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace JourneyApps.Emulator.Http;

/// <summary>A response before delivery.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type; <see langword="null"/> for a response without a body.</param>
/// <param name="Body">The body, one segment or more.</param>
internal sealed record ApiResponse(int StatusCode, string? ContentType, IReadOnlyList<ReadOnlyMemory<byte>> Body)
{
    public const string JsonType = "application/json; charset=utf-8";

    // The platform escapes only what JSON requires.
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The length of the body in bytes.</summary>
    public long Length => Body.Sum(segment => (long)segment.Length);

    public static ApiResponse Empty(int statusCode) => new(statusCode, null, []);

    public static ApiResponse Bytes(int statusCode, string contentType, ReadOnlyMemory<byte> body) => new(statusCode, contentType, [body]);

    public static ApiResponse Text(int statusCode, string contentType, string body)
        => Bytes(statusCode, contentType, Encoding.UTF8.GetBytes(body));

    public static ApiResponse Json(int statusCode, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions)) write(writer);

        return Bytes(statusCode, JsonType, buffer.WrittenMemory);
    }

    /// <summary>A response with the properties of an object, such as an anonymous one, in their order.</summary>
    public static ApiResponse Json(object value) => Bytes(200, JsonType, JsonSerializer.SerializeToUtf8Bytes(value, JsonText.Options));

    public static ApiResponse Error(ApiError error) => Json(error.Body) with { StatusCode = error.StatusCode };

    /// <summary>The plain-text response to missing or wrong credentials (error-responses page; the header is an assumption).</summary>
    public static ApiResponse AccessDenied()
        => Text(401, "text/plain; charset=utf-8", "HTTP Basic: Access denied.\n") with
        {
            Headers = [new("WWW-Authenticate", "Basic realm=\"Application\"")],
        };
}
