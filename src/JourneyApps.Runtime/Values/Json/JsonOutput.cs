using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace JourneyApps.Internal.Values.Json;

/// <summary>UTF-8 JSON in a pooled buffer. Names and keys are copied ready-made and texts are escaped only where JSON demands it, which a
/// general writer cannot do; that, and not checking the order of tokens, is where the speed of writing comes from.</summary>
internal sealed class JsonOutput : IBufferWriter<byte>, IDisposable
{
    private const int LongestNumber = 32;
    private const int LongestEscape = 6;
    private static readonly SearchValues<char> MustEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private byte[] _buffer;
    private int _length;

    public JsonOutput(int capacity = 4096) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Removes what was written after a position.</summary>
    public void CutBackTo(int length) => _length = length;

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Space(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => Space(Math.Max(sizeHint, 1));

    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Space(json.Length));
        _length += json.Length;
    }

    public void WriteRaw(byte json)
    {
        Space(1)[0] = json;
        _length++;
    }

    /// <summary>Writes a comma unless something was opened just before.</summary>
    public void Separate()
    {
        if (_length > 0 && _buffer[_length - 1] is not ((byte)'{' or (byte)'['))
            WriteRaw((byte)',');
    }

    /// <summary>Writes a name that is a ready-made <c>"name":</c>, with the comma before it where one belongs.</summary>
    public void WriteLabel(ReadOnlySpan<byte> label)
    {
        Separate();
        WriteRaw(label);
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(int value)
    {
        Utf8Formatter.TryFormat(value, Space(LongestNumber), out int written);
        _length += written;
    }

    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"JSON cannot represent {value}.", nameof(value));

        if (ShortNumber.TryFormat(value, Space(LongestNumber), out int written)
            || value.TryFormat(Space(LongestNumber), out written, default, System.Globalization.CultureInfo.InvariantCulture))
        {
            _length += written;
        }
    }

    /// <summary>Writes <c>"name":value</c> with the comma before it, or nothing where there is no value.</summary>
    public void WriteOptional(ReadOnlySpan<byte> label, double? value)
    {
        if (value is null) return;
        WriteLabel(label);
        WriteNumber(value.GetValueOrDefault());
    }

    public void WriteDate(DateOnly value)
    {
        Span<byte> space = Space(IsoTime.DateLength + 2);
        space[0] = (byte)'"';
        IsoTime.FormatDate(value.Year, value.Month, value.Day, space[1..]);
        space[IsoTime.DateLength + 1] = (byte)'"';
        _length += IsoTime.DateLength + 2;
    }

    public void WriteTime(long utcTicks, bool withFraction)
    {
        Span<byte> space = Space(IsoTime.SecondsLength + 10);
        space[0] = (byte)'"';
        int written = IsoTime.Format(utcTicks, space[1..], withFraction);
        space[written + 1] = (byte)'"';
        _length += written + 2;
    }

    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public void WriteText(ReadOnlySpan<char> text)
    {
        if (!TryWriteText(text)) throw new ArgumentException($"A text cannot be written: {Surrogates.Reason}", nameof(text));
    }

    /// <summary>Writes a text.</summary>
    /// <returns>False if it has half of a surrogate pair; a part of it was written then.</returns>
    public bool TryWriteText(ReadOnlySpan<char> text)
    {
        WriteRaw((byte)'"');
        while (true)
        {
            int clean = text.IndexOfAny(MustEscape);
            if (!TryTranscode(clean < 0 ? text : text[..clean])) return false;
            if (clean < 0) break;

            Escape(text[clean]);
            text = text[(clean + 1)..];
        }

        WriteRaw((byte)'"');
        return true;
    }

    private bool TryTranscode(ReadOnlySpan<char> text)
    {
        Span<byte> space = Space(Encoding.UTF8.GetMaxByteCount(text.Length));
        OperationStatus status = Utf8.FromUtf16(text, space, out _, out int written, replaceInvalidSequences: false);
        _length += written;
        return status == OperationStatus.Done;
    }

    private void Escape(char letter)
    {
        Span<byte> space = Space(LongestEscape);
        space[0] = (byte)'\\';
        byte shortForm = letter switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            _ => 0,
        };
        if (shortForm != 0)
        {
            space[1] = shortForm;
            _length += 2;
            return;
        }

        space[1] = (byte)'u';
        Utf8Formatter.TryFormat((int)letter, space[2..], out _, new StandardFormat('x', 4));
        _length += LongestEscape;
    }

    private Span<byte> Space(int count)
    {
        if (_buffer.Length - _length < count)
            Grow(count);
        return _buffer.AsSpan(_length);
    }

    private void Grow(int count)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, _buffer.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
