using System.Buffers;
using System.Text;

namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>Reads the bodies of responses into rented memory, within a size limit. Each read restarts the clock.</summary>
internal static class BodyReader
{
    private const int FirstBytes = 16 * 1024;

    // A promised length is believed up to here; beyond it memory is taken as the body arrives. Most pages fit.
    private const int MostPromisedBytes = 512 * 1024;

    /// <summary>How much of an error's body is kept.</summary>
    internal const int ErrorBytes = 16 * 1024;

    /// <summary>Reads everything.</summary>
    /// <returns>The body. The caller returns its buffer.</returns>
    /// <exception cref="BodyTooLargeException">The body is larger than allowed.</exception>
    internal static async Task<RentedBody> ReadAsync(HttpContent content, int maxBytes, AttemptClock clock)
    {
        if (content.Headers.ContentLength > maxBytes) throw new BodyTooLargeException();
        Stream stream = await content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int wanted = (int)Math.Min(content.Headers.ContentLength + 1 ?? FirstBytes, MostPromisedBytes);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, 1));
            int length = 0;
            try
            {
                while (true)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(length), clock.Token).ConfigureAwait(false);
                    if (read == 0) return new RentedBody(buffer, length);
                    clock.Progress();
                    length += read;
                    if (length > maxBytes) throw new BodyTooLargeException();
                    if (length == buffer.Length) buffer = Grow(buffer, length);
                }
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(buffer);
                throw;
            }
        }
    }

    /// <summary>The first bytes of an error's body as text; null if it is empty. Errors while reading are ignored, because the status is
    /// known.</summary>
    /// <returns>The text, and whether the body did not break off.</returns>
    internal static async Task<(string? Text, bool IsWhole)> ReadErrorAsync(
        HttpContent content, AttemptClock clock, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ErrorBytes);
        int length = 0;
        bool isWhole = true;
        try
        {
            Stream stream = await content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (length < ErrorBytes)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(length, ErrorBytes - length), clock.Token).ConfigureAwait(false);
                    if (read == 0) break;
                    clock.Progress();
                    length += read;
                }
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isWhole = false;
        }
        ReadOnlySpan<byte> text = JsonText.WithoutMark(buffer.AsSpan(0, length));
        (string?, bool) body = (text.IsEmpty ? null : Encoding.UTF8.GetString(text), isWhole);
        ArrayPool<byte>.Shared.Return(buffer);
        return body;
    }

    private static byte[] Grow(byte[] full, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(full.Length * 2));
        full.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
