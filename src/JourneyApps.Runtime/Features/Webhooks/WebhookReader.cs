using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using JourneyApps.Internal.Features.Webhooks;

namespace JourneyApps.Webhooks;

/// <summary>Reads the webhooks that the platform posts. It verifies the signature of the raw bytes and then reads the JSON. A reader is
/// thread-safe; create one with <see cref="JourneyClient.CreateWebhookReader"/> and keep it.</summary>
/// <remarks>
/// The signature is the HMAC-SHA256 of the raw body under the webhook's secret, as hexadecimal digits in the header <see
/// cref="SignatureHeader"/> (API page "Webhooks").
/// </remarks>
/// <example>
/// <code>
/// WebhookReader webhooks = app.CreateWebhookReader(secret);
///
/// endpoints.MapPost("/journey", async (HttpRequest request, CancellationToken token) =>
/// {
///     try
///     {
///         JourneyWebhook webhook = await webhooks.ReadAsync(request.Body, request.Headers[WebhookReader.SignatureHeader], token);
///         if (webhook.Object is Job job) await handler.HandleAsync(webhook.Sequence, job, token);
///         return Results.Ok();
///     }
///     catch (WebhookRejectedException rejected)
///     {
///         return Results.StatusCode(rejected.SuggestedStatus);
///     }
/// });
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WebhookReader
{
    /// <summary>The name of the header that contains the signature.</summary>
    public const string SignatureHeader = "X-Journey-Signature";

    private const int FirstBytes = 16 * 1024;

    private readonly SchemaInfo _schema;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[][] _keys;

    private int _maxBodyBytes = 16 * 1024 * 1024;

    internal WebhookReader(SchemaInfo schema, params string[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        // Anyone could sign with an empty secret.
        if (secrets.Length == 0 || Array.Exists(secrets, string.IsNullOrEmpty))
            throw new ArgumentException("Pass one or more secrets of the webhook. A secret cannot be empty.", nameof(secrets));
        _schema = schema;
        _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The maximum size of a body, in bytes. Default 16 MiB. Bodies are small, because files are sent as links.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 KiB or above 1 GiB.</exception>
    public int MaxBodyBytes
    {
        get => _maxBodyBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            _maxBodyBytes = value;
        }
    }

    /// <summary>Verifies and reads a webhook.</summary>
    /// <param name="body">The raw bytes of the request's body as received. Do not pass JSON that was serialized again.</param>
    /// <param name="signature">The value of the header <see cref="SignatureHeader"/>; null if the header is missing.</param>
    /// <exception cref="WebhookRejectedException">The signature is wrong, the body is too large, or the body is not the JSON of a
    /// webhook.</exception>
    /// <exception cref="UnreadableObjectException">The webhook is genuine, but a value of its object does not fit the type of its
    /// field.</exception>
    public JourneyWebhook Read(ReadOnlySpan<byte> body, string? signature)
    {
        ThrowIfTooLarge(body.Length);
        if (!IsSigned(body, signature, _keys))
        {
            throw new WebhookRejectedException(WebhookRejection.NotSigned, signature is null or ""
                ? $"The request has no {SignatureHeader} header."
                : "The signature does not match the body and the webhook's secret.");
        }
        return WebhookParser.Parse(_schema, body, isVerified: true);
    }

    /// <summary>Reads the body from a stream, up to <see cref="MaxBodyBytes"/>, and then verifies and reads the webhook.</summary>
    /// <param name="body">The request's body. It is not disposed.</param>
    /// <param name="signature">The value of the header <see cref="SignatureHeader"/>; null if the header is missing.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="WebhookRejectedException">The signature is wrong, the body is too large, or the body is not the JSON of a
    /// webhook.</exception>
    /// <exception cref="UnreadableObjectException">The webhook is genuine, but a value of its object does not fit the type of its
    /// field.</exception>
    public async ValueTask<JourneyWebhook> ReadAsync(Stream body, string? signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        byte[] buffer = new byte[Math.Min(FirstBytes, MaxBodyBytes + 1)];
        int length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            length += read;
            // The body is not verified yet: its size must not fill the memory.
            ThrowIfTooLarge(length);
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, MaxBodyBytes + 1L));
        }
        return Read(buffer.AsSpan(0, length), signature);
    }

    /// <summary>Reads a webhook without verifying its signature. Use it in tests, and for bodies that were verified before they were
    /// stored. Otherwise, the webhook could be forged.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <returns>The webhook. Its <see cref="JourneyWebhook.IsVerified"/> is false.</returns>
    /// <exception cref="WebhookRejectedException">The body is too large, or is not the JSON of a webhook.</exception>
    /// <exception cref="UnreadableObjectException">A value of the object does not fit the type of its field.</exception>
    public JourneyWebhook ParseUnverified(ReadOnlySpan<byte> body)
    {
        ThrowIfTooLarge(body.Length);
        return WebhookParser.Parse(_schema, body, isVerified: false);
    }

    /// <summary>Signs a body as the platform does, for tests of your endpoint.</summary>
    /// <param name="body">The bytes of the request's body.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <returns>The value of the header <see cref="SignatureHeader"/>: 64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static string Sign(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
#pragma warning disable CA1308 // The platform's form, not a normalization.
        return Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
    }

    /// <summary>The number of secrets, without the secrets themselves.</summary>
    public override string ToString() => FormattableString.Invariant($"webhook reader with {_keys.Length} secret(s)");

    /// <summary>
    /// Whether one of the keys signed the body. Takes the same time for every signature: all keys are tried, also after one was right.
    /// </summary>
    internal static bool IsSigned(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<byte[]> keys)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        bool readable = TryParse(signature, given);
        bool valid = false;
        foreach (byte[] key in keys)
        {
            HMACSHA256.HashData(key, body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(given, expected);
        }
        return readable && valid;
    }

    private static bool TryParse(string? text, Span<byte> bytes)
    {
        if (text?.Length != bytes.Length * 2) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiHexDigit(text[i])) return false;
            int digit = text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
            bytes[i / 2] = (byte)((bytes[i / 2] << 4) | digit);
        }
        return true;
    }

    private void ThrowIfTooLarge(int length)
    {
        if (length > MaxBodyBytes)
            throw new WebhookRejectedException(WebhookRejection.TooLarge, FormattableString.Invariant(
                $"The body of the webhook is larger than the limit of {MaxBodyBytes} bytes."));
    }
}
