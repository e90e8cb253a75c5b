using System.Buffers;
using System.Buffers.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Attachments;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Transport.Bodies;

/// <summary>A request body: JSON in memory, and between its pieces the base64 of uploads, which are streamed.</summary>
internal sealed class JsonBody : IDisposable
{
    // Divisible by three, so that every block but the last encodes without padding.
    private const int BlockBytes = 48 * 1024;
    private readonly List<BodyUpload> _uploads = [];

    public JsonOutput Output { get; } = new();

    /// <summary>The uploads in this body, in order.</summary>
    public IReadOnlyList<BodyUpload> Uploads => _uploads;

    /// <summary>False when a second attempt to send this body cannot give the same bytes.</summary>
    public bool CanReopen => _uploads.TrueForAll(static upload => upload.Source.CanReopen);

    public void Dispose() => Output.Dispose();

    /// <summary>Starts over with an empty body.</summary>
    public void Clear()
    {
        Output.CutBackTo(0);
        _uploads.Clear();
    }

    /// <summary>Forgets what was written after a position.</summary>
    /// <param name="length">The length of the JSON to keep.</param>
    /// <param name="uploads">How many uploads to keep.</param>
    public void CutBack(int length, int uploads)
    {
        Output.CutBackTo(length);
        _uploads.RemoveRange(uploads, _uploads.Count - uploads);
    }

    /// <summary>Puts an upload's base64 at the present position.</summary>
    public void AddUpload(int member, UploadSource source) => _uploads.Add(new BodyUpload(Output.Length, member, source));

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        int position = 0;
        foreach (BodyUpload upload in _uploads)
        {
            await target.WriteAsync(Output.WrittenMemory[position..upload.Position], cancellationToken).ConfigureAwait(false);
            position = upload.Position;
            await CopyBase64Async(upload.Source, target, cancellationToken).ConfigureAwait(false);
        }

        await target.WriteAsync(Output.WrittenMemory[position..], cancellationToken).ConfigureAwait(false);
    }

    private static async Task CopyBase64Async(UploadSource source, Stream target, CancellationToken cancellationToken)
    {
        Stream content = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(BlockBytes);
        byte[] text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(BlockBytes));
        try
        {
            int read;
            do
            {
                read = await content.ReadAtLeastAsync(bytes.AsMemory(0, BlockBytes), BlockBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                Base64.EncodeToUtf8(bytes.AsSpan(0, read), text, out _, out int written);
                await target.WriteAsync(text.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
            }
            while (read == BlockBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<byte>.Shared.Return(text);
            if (source.CanReopen)
                await content.DisposeAsync().ConfigureAwait(false);
        }
    }
}
