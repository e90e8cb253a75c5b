using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyApps.Emulator.Attachments;

/// <summary>The absolute URLs of files, signed so that they need no credentials, as on the platform.</summary>
internal sealed class MediaUrls(byte[] secret)
{
    public const string PathPrefix = "/media/";

    /// <summary>The root of the server without a slash at its end. Its port is known once the server listens.</summary>
    public string Root { get; set; } = "http://localhost";

    public string Of(StoredAttachment attachment, string variant)
    {
        string token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{attachment.Id}/{variant}"));
        return $"{Root}{PathPrefix}{token}/{Uri.EscapeDataString(attachment.FileName)}?sha={Sign(token)}";
    }

    /// <summary>The attachment's id in a URL; <see langword="null"/> if the path or the signature is wrong.</summary>
    public string? FindId(string path, string? sha)
    {
        string[] parts = path[PathPrefix.Length..].Split('/');
        if (parts.Length != 2 || sha is null || sha != Sign(parts[0])) return null;
        string decoded = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[0]));
        return decoded[..decoded.IndexOf('/', StringComparison.Ordinal)];
    }

    private string Sign(string token) => Hex.Lower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(token)))[..16];
}
