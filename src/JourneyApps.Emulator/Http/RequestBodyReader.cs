using System.Buffers;
using System.Text;
using System.Text.Json;
using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Http;

/// <summary>Reads bodies: JSON, or a form where nothing else is said (introduction page).</summary>
internal static class RequestBodyReader
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Reads a body; of a JSON body the files are decoded on the way.</summary>
    /// <param name="request">The request.</param>
    /// <param name="uploadNames">The names of attachment fields.</param>
    /// <param name="limitBytes">The largest body, or <see langword="null"/>.</param>
    /// <exception cref="ApiException">The body is too large, or is neither JSON nor a form.</exception>
    public static async Task<RequestBody> ReadAsync(ApiRequest request, HashSet<string> uploadNames, long? limitBytes)
    {
        string contentType = request.Header("Content-Type") ?? "application/x-www-form-urlencoded";
        bool isForm = contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        if (!isForm && !contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(ApiError.InvalidRequest($"Unsupported content type '{contentType}'; application/json expected."));
        }

        UploadSet uploads = new();
        try
        {
            UploadScanner scanner = new(isForm ? [] : uploadNames, uploads);
            await FeedAsync(request, scanner, isForm, limitBytes).ConfigureAwait(false);
            JsonDocument document = isForm ? FormBody.Parse(Encoding.UTF8.GetString(scanner.Output.Span)) : ParseJson(scanner.Output);
            return new RequestBody(document, uploads, isForm);
        }
        catch
        {
            uploads.Dispose();
            throw;
        }
    }

    private static async Task FeedAsync(ApiRequest request, UploadScanner scanner, bool isForm, long? limitBytes)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long length = 0;
            int read;
            while ((read = await request.Body.ReadAsync(buffer, request.Aborted).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > limitBytes) throw new ApiException(ApiError.BodyTooLarge(limitBytes.Value));
                if (isForm) scanner.Copy(buffer.AsSpan(0, read));
                else scanner.Feed(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> body)
    {
        // Some writers put a byte order mark in front.
        if (body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) body = body[3..];
        try
        {
            JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && JsonNames.AreWellFormed(body.Span, document.RootElement)) return document;
            document.Dispose();
        }
        catch (JsonException exception)
        {
            throw new ApiException(ApiError.InvalidRequest($"Malformed JSON: {exception.Message}"));
        }

        throw new ApiException(ApiError.InvalidRequest("The body is not a well-formed JSON object."));
    }
}
