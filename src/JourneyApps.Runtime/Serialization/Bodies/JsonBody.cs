using System.Buffers;
using System.Buffers.Text;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps.Internal.Serialization.Bodies;

/// <summary>The body of a request: JSON in memory and, at positions inside it, uploads. Each attempt encodes the files from their source
/// into the request, piece by piece, so memory use does not depend on their size.</summary>
internal sealed class JsonBody : IDisposable
{
    // A stalled connection is detected per piece: a whole batch in one write would have to pass within a single time limit.
    private const int JsonPieceBytes = 64 * 1024;

    // A multiple of three bytes encodes without padding in between.
    private const int FilePieceBytes = 24 * 1024;

    private readonly List<BodyUpload> _uploads = [];
    private int _sending;

    public JsonBody() => Output = new JsonOutput();

    /// <summary>A body of finished JSON, which is copied.</summary>
    public JsonBody(ReadOnlySpan<byte> json)
    {
        Output = new JsonOutput(json.Length);
        Output.WriteRaw(json);
    }

    /// <summary>Where the JSON is written. A <see cref="System.Text.Json.Utf8JsonWriter"/> can write to it as well.</summary>
    public JsonOutput Output { get; }

    /// <summary>The JSON without the uploads' content.</summary>
    public ReadOnlyMemory<byte> Json => Output.WrittenMemory;

    /// <summary>The uploads in this body, in order.</summary>
    public IReadOnlyList<BodyUpload> Uploads => _uploads;

    /// <summary>Whether it contains a file; the transfer then has no limit on its total time.</summary>
    public bool IsUpload => _uploads.Count > 0;

    /// <summary>False when a second attempt cannot send the same bytes, because an upload is a stream that can be read once.</summary>
    public bool CanReopen => _uploads.TrueForAll(static upload => upload.Source.CanReopen);

    /// <summary>The length in bytes; null when uploads make it unknown.</summary>
    public long? Length => IsUpload ? null : Output.Length;

    /// <summary>Returns the memory, unless a connection is still sending from it: a response can arrive before the whole body was sent, and
    /// a returned buffer would be overwritten while it is read. In that case the garbage collector frees it.</summary>
    public void Dispose()
    {
        if (Volatile.Read(ref _sending) == 0) Output.Dispose();
    }

    /// <summary>Removes what was written after a position.</summary>
    public void CutBack(int length, int uploads)
    {
        Output.CutBackTo(length);
        _uploads.RemoveRange(uploads, _uploads.Count - uploads);
    }

    /// <summary>Writes the value of a file field that uploads: an object with the base64 and the file's name.</summary>
    /// <param name="member">The index of the field, to find its upload by.</param>
    /// <param name="source">The content.</param>
    public void WriteUpload(int member, UploadSource source)
    {
        Output.WriteRaw("{\"base64\":\""u8);
        AddUpload(member, source);
        Output.WriteRaw("\",\"filename\":"u8);
        Output.WriteText(source.FileName);
        Output.WriteRaw((byte)'}');
    }

    /// <summary>Puts an upload's base64 at the present position.</summary>
    public void AddUpload(int member, UploadSource source) => _uploads.Add(new BodyUpload(Output.Length, member, source));

    /// <summary>Sends everything, or throws.</summary>
    /// <param name="target">The request's stream.</param>
    /// <param name="progressed">Called after each piece that the connection took.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="BodySourceException">An upload could not be opened or read.</exception>
    public async Task WriteToAsync(Stream target, Action progressed, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sending);
        try
        {
            int position = 0;
            foreach (BodyUpload upload in _uploads)
            {
                await WriteJsonAsync(Json[position..upload.Position], target, progressed, cancellationToken).ConfigureAwait(false);
                position = upload.Position;
                await WriteFileAsync(upload.Source, target, progressed, cancellationToken).ConfigureAwait(false);
            }
            await WriteJsonAsync(Json[position..], target, progressed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
        }
    }

    private static async Task WriteJsonAsync(
        ReadOnlyMemory<byte> json, Stream target, Action progressed, CancellationToken cancellationToken)
    {
        for (int at = 0; at < json.Length; at += JsonPieceBytes)
        {
            await target.WriteAsync(json.Slice(at, Math.Min(JsonPieceBytes, json.Length - at)), cancellationToken).ConfigureAwait(false);
            progressed();
        }
    }

    private static async Task WriteFileAsync(UploadSource source, Stream target, Action progressed, CancellationToken cancellationToken)
    {
        Stream file = await OpenAsync(source, cancellationToken).ConfigureAwait(false);
        byte[] plain = ArrayPool<byte>.Shared.Rent(FilePieceBytes);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(FilePieceBytes));
        try
        {
            int length;
            do
            {
                try
                {
                    Memory<byte> piece = plain.AsMemory(0, FilePieceBytes);
                    length = await file.ReadAtLeastAsync(piece, FilePieceBytes, throwOnEndOfStream: false, cancellationToken)
                        .ConfigureAwait(false);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    throw new BodySourceException($"reading the upload '{source.FileName}' failed: {fault.Message}", fault);
                }
                Base64.EncodeToUtf8(plain.AsSpan(0, length), encoded, out _, out int written);
                await target.WriteAsync(encoded.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
                progressed();
            }
            while (length == FilePieceBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(encoded);
            // A stream that the caller opened is the caller's to dispose.
            if (source.CanReopen) await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<Stream> OpenAsync(UploadSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new BodySourceException($"the upload '{source.FileName}' could not be opened: {fault.Message}", fault);
        }
    }
}
