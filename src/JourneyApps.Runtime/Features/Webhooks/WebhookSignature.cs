using System.Security.Cryptography;
using System.Text;

namespace JourneyApps.Webhooks;

/// <summary>
/// The signature of webhooks: HMAC-SHA256 of the raw body under the webhook's own secret, as hexadecimal digits in the header
/// <see cref="HeaderName"/> (API page "Webhooks").
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string HeaderName = "X-Journey-Signature";

    /// <summary>Signs a body as the platform does: for tests of one's own endpoint.</summary>
    /// <param name="body">The bytes of the request's body.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <returns>The header's value: 64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static string Compute(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
#pragma warning disable CA1308 // The platform's form, not a normalisation.
        return Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
    }

    /// <summary>
    /// Whether one of the keys signed the body. Takes the same time whatever the signature is: every key is tried to the end, also after one fitted.
    /// </summary>
    internal static bool IsValid(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<byte[]> keys)
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
}
