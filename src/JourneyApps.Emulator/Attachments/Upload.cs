using System.Security.Cryptography;

namespace JourneyApps.Emulator.Attachments;

/// <summary>A file that was decoded while its request was read.</summary>
internal sealed class Upload : IDisposable
{
    // Large enough that few rows are needed, small enough to stay off the large object heap.
    private const int ChunkBytes = 64 * 1024;

    private readonly List<ReadOnlyMemory<byte>> _chunks = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _current = [];
    private int _used;

    /// <summary>Whether the text was base64 without line breaks.</summary>
    public bool IsValid { get; set; } = true;

    /// <summary>The length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>The bytes.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chunks => _used == 0 ? _chunks : [.. _chunks, _current.AsMemory(0, _used)];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_used == _current.Length)
            {
                if (_used > 0) _chunks.Add(_current);
                _current = new byte[_chunks.Count == 0 && bytes.Length < ChunkBytes ? Math.Max(bytes.Length, 4096) : ChunkBytes];
                _used = 0;
            }

            int taken = Math.Min(bytes.Length, _current.Length - _used);
            bytes[..taken].CopyTo(_current.AsSpan(_used));
            _used += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>The digest of the bytes so far, as in media URLs.</summary>
    public string Digest() => Hex.Lower(_hash.GetCurrentHash())[..16];

    public void Dispose() => _hash.Dispose();
}
