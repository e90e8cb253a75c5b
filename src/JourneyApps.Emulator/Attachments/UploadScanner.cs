using System.Buffers;
using System.Globalization;
using System.Text;

namespace JourneyApps.Emulator.Attachments;

/// <summary>Copies a JSON body while it streams in, and takes files out of it: the value of <c>base64</c> below an attachment field is
/// decoded at once and replaced by a placeholder, so that the text of a file is never held.</summary>
internal sealed class UploadScanner(HashSet<string> uploadNames, UploadSet uploads)
{
    private const int MaxDepth = 64;

    private static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\"u8);

    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly List<Frame> _frames = [];
    private readonly List<byte> _key = [];
    private readonly byte[] _escape = new byte[6];
    private int _escapeLength;
    private Where _where = Where.Between;
    private Upload? _upload;

    private enum Where
    {
        Between,
        Key,
        Value,
        File,
    }

    /// <summary>The body without its files.</summary>
    public ReadOnlyMemory<byte> Output => _output.WrittenMemory;

    /// <summary>Copies a body unchanged.</summary>
    public void Copy(ReadOnlySpan<byte> bytes) => _output.Write(bytes);

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int taken = _escapeLength > 0 ? TakeEscape(bytes)
                : _where == Where.Between ? TakeBetween(bytes)
                : TakeString(bytes);
            bytes = bytes[taken..];
        }
    }

    private int TakeBetween(ReadOnlySpan<byte> bytes)
    {
        byte c = bytes[0];
        if (c != (byte)'"')
        {
            Track(c);
            _output.Write(bytes[..1]);
            return 1;
        }

        Frame? top = _frames.Count > 0 ? _frames[^1] : null;
        _output.Write("\""u8);
        if (top is { IsObject: true, ExpectsKey: true })
        {
            _where = Where.Key;
            _key.Clear();
        }
        else if (top is { IsObject: true, Key: "base64" } && _frames.Count > 1 && uploadNames.Contains(_frames[^2].Key ?? string.Empty))
        {
            _where = Where.File;
            _output.Write(uploads.Begin(out _upload));
        }
        else
        {
            _where = Where.Value;
        }

        return 1;
    }

    private int TakeString(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny(StringEnds);
        ReadOnlySpan<byte> plain = end < 0 ? bytes : bytes[..end];
        Take(plain);
        if (end < 0) return bytes.Length;
        if (bytes[end] == (byte)'\\')
        {
            _escape[0] = (byte)'\\';
            _escapeLength = 1;
            return end + 1;
        }

        if (_where == Where.Key && _frames.Count > 0) _frames[^1].Key = Encoding.UTF8.GetString([.. _key]);
        if (_where == Where.File) _upload!.End();
        _where = Where.Between;
        _output.Write("\""u8);
        return end + 1;
    }

    private int TakeEscape(ReadOnlySpan<byte> bytes)
    {
        _escape[_escapeLength++] = bytes[0];
        int length = _escape[1] == (byte)'u' ? 6 : 2;
        if (_escapeLength < length) return 1;

        ReadOnlySpan<byte> escape = _escape.AsSpan(0, length);
        if (_where == Where.File) _upload!.Feed([Unescape(escape)]);
        else Take(escape);
        _escapeLength = 0;
        return 1;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (_where == Where.File)
        {
            _upload!.Feed(bytes);
            return;
        }

        if (_where == Where.Key && _key.Count < 256) _key.AddRange(bytes);
        _output.Write(bytes);
    }

    private void Track(byte c)
    {
        switch (c)
        {
            case (byte)'{' or (byte)'[':
                // The parser refuses deeper bodies; here only the list must stay small.
                if (_frames.Count <= MaxDepth) _frames.Add(new Frame { IsObject = c == (byte)'{', ExpectsKey = c == (byte)'{' });
                break;
            case (byte)'}' or (byte)']' when _frames.Count > 0:
                _frames.RemoveAt(_frames.Count - 1);
                break;
            case (byte)',' when _frames.Count > 0:
                _frames[^1].ExpectsKey = _frames[^1].IsObject;
                break;
            case (byte)':' when _frames.Count > 0:
                _frames[^1].ExpectsKey = false;
                break;
        }
    }

    // Writers escape characters of base64: '/' as \/ and '+' as \u002B. A line break makes anything else invalid.
    private static byte Unescape(ReadOnlySpan<byte> escape)
    {
        if (escape.Length == 2) return escape[1] == (byte)'/' ? (byte)'/' : (byte)'\n';
        bool isAscii = ushort.TryParse(
            escape[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) && code < 128;
        return isAscii ? (byte)code : (byte)'\n';
    }

    private sealed class Frame
    {
        public bool IsObject { get; init; }

        public bool ExpectsKey { get; set; }

        public string? Key { get; set; }
    }
}
