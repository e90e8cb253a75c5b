using System.Buffers;
using System.Text;
using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Http;

/// <summary>A body that was read: JSON, or a form, which is the default of the API (introduction page).</summary>
internal sealed class RequestBody : IDisposable
{
    // The default of the API (introduction page).
    private const string FormType = "application/x-www-form-urlencoded";

    private const int BufferBytes = 64 * 1024;

    private readonly JsonDocument _document;

    private RequestBody(JsonDocument document, UploadSet uploads, bool fromForm)
    {
        _document = document;
        Uploads = uploads;
        FromForm = fromForm;
    }

    /// <summary>The body; a form in the shape that JSON would have.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>The files in the body.</summary>
    public UploadSet Uploads { get; }

    /// <summary>Whether the body is a form, where every value is text.</summary>
    public bool FromForm { get; }

    /// <summary>Reads a body; the files of a JSON body are decoded while it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="uploadNames">The names of the members that hold files.</param>
    /// <param name="limitBytes">The largest body; <see langword="null"/> for no limit.</param>
    /// <param name="acceptForms">Whether the body may be a form, which every web page can send.</param>
    /// <exception cref="ApiException">The body is too large, or is neither JSON nor a form.</exception>
    public static async Task<RequestBody> ReadAsync(ApiRequest request, HashSet<string> uploadNames, long? limitBytes, bool acceptForms)
    {
        string contentType = request.Header("Content-Type") ?? FormType;
        string mediaType = contentType.Split(';')[0].Trim();
        bool isForm = mediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);
        if (isForm && !acceptForms)
        {
            throw ApiException.InvalidRequest(
                $"The content type application/json is expected. Forms have to be allowed ({nameof(EmulatorOptions.AcceptForms)}; "
                + "journeyapps emulate --accept-forms).");
        }

        if (!isForm && !mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiException.InvalidRequest($"Unsupported content type '{contentType}'; application/json expected.");
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

    public void Dispose()
    {
        _document.Dispose();
        Uploads.Dispose();
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
        // Some writers put a byte order mark first.
        if (body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) body = body[3..];
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && JsonText.HasWellFormedNames(body.Span, document.RootElement))
            {
                return document;
            }
            document.Dispose();
        }
        catch (JsonException exception)
        {
            throw ApiException.InvalidRequest($"Malformed JSON: {exception.Message}");
        }

        throw ApiException.InvalidRequest("The body is not a well-formed JSON object.");
    }
}
