using System.Buffers;
using System.Buffers.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Attachments;

namespace JourneyApps.Internal.Transport.Bodies;

/// <summary>
/// The JSON of models, with the files that belong to it: the text is in memory, the files go from their source through base64 into the request,
/// piece by piece, so memory stays flat whatever their size.
/// </summary>
internal sealed class ModelBody(JsonBody body) : ApiBody, IDisposable
{
    // A multiple of three bytes encodes without padding in between.
    private const int PieceBytes = 24 * 1024;

    private int _sending;

    public override bool CanReopen => body.CanReopen;

    public override bool IsUpload => body.Uploads.Count > 0;

    public override long? Length => IsUpload ? null : body.Output.Length;

    /// <summary>The members whose files are in it.</summary>
    internal IEnumerable<int> UploadMembers => body.Uploads.Select(static upload => upload.Member);

    /// <summary>The text, with nothing where files belong.</summary>
    internal ReadOnlyMemory<byte> Json => body.Output.WrittenMemory;

    /// <summary>
    /// Gives the memory back, unless a connection still sends from it: an answer can come before the body is through, and what is given back would be
    /// overwritten under the sender's hands. Then the garbage collector takes it.
    /// </summary>
    public void Dispose()
    {
        if (Volatile.Read(ref _sending) == 0) body.Dispose();
    }

    public override async Task WriteToAsync(Stream target, Action progressed, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sending);
        try
        {
            int at = 0;
            foreach (BodyUpload upload in body.Uploads)
            {
                await new BytesBody(Json[at..upload.Position]).WriteToAsync(target, progressed, cancellationToken).ConfigureAwait(false);
                at = upload.Position;
                await WriteFileAsync(upload.Source, target, progressed, cancellationToken).ConfigureAwait(false);
            }
            await new BytesBody(Json[at..]).WriteToAsync(target, progressed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
        }
    }

    private static async Task WriteFileAsync(UploadSource source, Stream target, Action progressed, CancellationToken cancellationToken)
    {
        Stream file = await OpenAsync(source, cancellationToken).ConfigureAwait(false);
        byte[] plain = ArrayPool<byte>.Shared.Rent(PieceBytes);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(PieceBytes));
        try
        {
            bool isLast;
            do
            {
                int length = await FillAsync(file, source, plain.AsMemory(0, PieceBytes), cancellationToken).ConfigureAwait(false);
                isLast = length < PieceBytes;
                Base64.EncodeToUtf8(plain.AsSpan(0, length), encoded, out _, out int written);
                await target.WriteAsync(encoded.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
                progressed();
            }
            while (!isLast);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(encoded);
            // A bare stream stays its owner's.
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

    private static async ValueTask<int> FillAsync(Stream file, UploadSource source, Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new BodySourceException($"reading the upload '{source.FileName}' failed: {fault.Message}", fault);
        }
    }
}
