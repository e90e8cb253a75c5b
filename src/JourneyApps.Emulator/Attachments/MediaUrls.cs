using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyApps.Emulator.Attachments;

/// <summary>
/// The absolute URLs of files. Whoever has one may fetch the file: they carry a signature instead of needing credentials, as the platform's
/// do.
/// </summary>
internal sealed class MediaUrls(Uri root, byte[] secret)
{
    public const string PathPrefix = "/media/";

    /// <summary>The root of the server, without a slash at its end.</summary>
    public string Root { get; } = root.GetLeftPart(UriPartial.Authority);

    public string Of(StoredAttachment attachment, string variant)
    {
        string token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{attachment.Id}/{variant}"));
        return $"{Root}{PathPrefix}{token}/{Uri.EscapeDataString(attachment.FileName)}?sha={Sign(token)}";
    }

    /// <summary>The attachment's id of a URL's path and signature; <see langword="null"/> when it is none of ours.</summary>
    public string? FindId(string path, string? sha)
    {
        string[] parts = path[PathPrefix.Length..].Split('/');
        if (parts.Length != 2 || sha is null || sha != Sign(parts[0])) return null;
        string decoded = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[0]));
        return decoded[..decoded.IndexOf('/', StringComparison.Ordinal)];
    }

    private string Sign(string token) => Hex.Lower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(token)))[..16];
}
