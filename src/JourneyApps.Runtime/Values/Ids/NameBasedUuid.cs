using System.Security.Cryptography;
using System.Text;

namespace JourneyApps.Internal.Values.Ids;

/// <summary>UUID version 5 of RFC 9562, section 5.5.</summary>
internal static class NameBasedUuid
{
    private const int UuidBytes = 16;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 prescribes SHA-1 for version 5; the id is a name, not a secret.")]
    public static Guid Create(Guid nameNamespace, string name)
    {
        // Two such names would be encoded alike, and so give one id.
        Surrogates.Check(name, "A name that an id is made from");
        byte[] input = new byte[UuidBytes + Encoding.UTF8.GetByteCount(name)];
        nameNamespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(UuidBytes));

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);      // version 5
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);      // the RFC's variant
        return new Guid(hash[..UuidBytes], bigEndian: true);
    }
}
