using JourneyApps.Webhooks;

namespace JourneyApps.Internal.Features.Webhooks;

/// <summary>Reads a request's body up to a limit, so that nobody can fill the memory with a body that was never signed.</summary>
internal static class WebhookBody
{
    private const int FirstBytes = 16 * 1024;

    /// <summary>The whole body.</summary>
    /// <exception cref="WebhookRejectedException">It is larger than allowed.</exception>
    internal static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(FirstBytes, maxBytes + 1)];
        int length = 0;
        while (true)
        {
            int read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > maxBytes) throw TooLarge(maxBytes);
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxBytes + 1L));
        }
    }

    internal static WebhookRejectedException TooLarge(int maxBytes)
        => new(WebhookRejection.TooLarge, FormattableString.Invariant($"The webhook's body is larger than the {maxBytes} bytes that are read."));
}
