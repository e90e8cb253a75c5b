using System.Buffers;
using System.Buffers.Text;

namespace JourneyApps.Emulator.Attachments;

/// <summary>Decodes base64 text that comes in pieces into an upload.</summary>
internal sealed class Base64Stream(Upload upload)
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private readonly byte[] _rest = new byte[4];
    private int _restLength;
    private bool _ended;

    public void Feed(ReadOnlySpan<byte> text)
    {
        if (!upload.IsValid || text.IsEmpty) return;

        // The platform refuses line breaks; the decoder below would skip them.
        if (_ended || text.ContainsAny(WhiteSpace))
        {
            upload.IsValid = false;
            return;
        }

        while (_restLength > 0 && !text.IsEmpty)
        {
            _rest[_restLength++] = text[0];
            text = text[1..];
            if (_restLength < 4) continue;
            Decode(_rest);
            _restLength = 0;
        }

        int whole = text.Length & ~3;
        Decode(text[..whole]);
        foreach (byte left in text[whole..]) _rest[_restLength++] = left;
    }

    /// <summary>Ends the text; a group that is not complete makes it invalid.</summary>
    public void End()
    {
        if (_restLength != 0) upload.IsValid = false;
    }

    private void Decode(ReadOnlySpan<byte> groups)
    {
        if (!upload.IsValid) return;
        if (_ended)
        {
            upload.IsValid = upload.IsValid && groups.IsEmpty;
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (!groups.IsEmpty)
        {
            ReadOnlySpan<byte> part = groups[..Math.Min(groups.Length, 16 * 1024)];
            bool last = part.Length == groups.Length;
            OperationStatus status = Base64.DecodeFromUtf8(part, buffer, out int consumed, out int written, isFinalBlock: true);
            _ended = part[^1] == (byte)'=';
            if (status != OperationStatus.Done || consumed != part.Length || (_ended && !last))
            {
                upload.IsValid = false;
                break;
            }

            upload.Append(buffer.AsSpan(0, written));
            groups = groups[part.Length..];
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
