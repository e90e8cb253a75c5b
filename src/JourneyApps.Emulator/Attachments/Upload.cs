using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace JourneyApps.Emulator.Attachments;

/// <summary>A file whose base64 text is decoded while its request is read.</summary>
internal sealed class Upload : IDisposable
{
    // Large enough that few rows are needed, small enough to stay off the large object heap.
    private const int ChunkBytes = 64 * 1024;
    private const int DecodedAtOnce = 16 * 1024;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private readonly List<ReadOnlyMemory<byte>> _chunks = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _group = new byte[4];
    private int _groupLength;
    private bool _ended;
    private byte[] _current = [];
    private int _used;

    /// <summary>Whether the text was base64 without line breaks.</summary>
    public bool IsValid { get; private set; } = true;

    /// <summary>The length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>The bytes.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chunks => _used == 0 ? _chunks : [.. _chunks, _current.AsMemory(0, _used)];

    /// <summary>The first bytes, which tell the media type.</summary>
    public ReadOnlySpan<byte> Start => Chunks is [var first, ..] ? first.Span[..Math.Min(512, first.Length)] : [];

    /// <summary>Decodes a piece of the text.</summary>
    public void Feed(ReadOnlySpan<byte> text)
    {
        if (!IsValid || text.IsEmpty) return;

        // The platform refuses line breaks; the decoder would skip them.
        if (_ended || text.ContainsAny(WhiteSpace))
        {
            IsValid = false;
            return;
        }

        while (_groupLength > 0 && !text.IsEmpty)
        {
            _group[_groupLength++] = text[0];
            text = text[1..];
            if (_groupLength < 4) continue;
            Decode(_group);
            _groupLength = 0;
        }

        int whole = text.Length & ~3;
        Decode(text[..whole]);
        foreach (byte left in text[whole..]) _group[_groupLength++] = left;
    }

    /// <summary>Ends the text; an incomplete group of four characters makes it invalid.</summary>
    public void End()
    {
        if (_groupLength != 0) IsValid = false;
    }

    /// <summary>The digest of the bytes so far, as in media URLs.</summary>
    public string Digest() => Hex.Lower(_hash.GetCurrentHash())[..16];

    public void Dispose() => _hash.Dispose();

    private void Decode(ReadOnlySpan<byte> groups)
    {
        if (!IsValid) return;
        if (_ended)
        {
            IsValid = groups.IsEmpty;
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(DecodedAtOnce);
        while (!groups.IsEmpty)
        {
            ReadOnlySpan<byte> part = groups[..Math.Min(groups.Length, DecodedAtOnce)];
            bool isLast = part.Length == groups.Length;
            OperationStatus status = Base64.DecodeFromUtf8(part, buffer, out int consumed, out int written, isFinalBlock: true);
            _ended = part[^1] == (byte)'=';
            if (status != OperationStatus.Done || consumed != part.Length || (_ended && !isLast))
            {
                IsValid = false;
                break;
            }

            Append(buffer.AsSpan(0, written));
            groups = groups[part.Length..];
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Append(ReadOnlySpan<byte> bytes)
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
}
