using System.Buffers;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes indented C# into a pooled buffer. A file allocates one string. Lines end in <c>\n</c>.</summary>
/// <param name="cancellation">Stops the writing, at the latest in the next line.</param>
internal sealed class CodeWriter(CancellationToken cancellation) : IDisposable
{
    private const int IndentWidth = 4;

    private char[] _buffer = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int _length;
    private int _indent;
    private bool _atLineStart = true;

    /// <summary>Starts a block: writes an opening brace and indents what follows.</summary>
    public void Open()
    {
        Line("{");
        _indent++;
    }

    /// <summary>Ends a block.</summary>
    public void Close(string tail = "")
    {
        _indent--;
        Line("}", tail);
    }

    /// <summary>Indents what follows by one more level.</summary>
    public void Indent() => _indent++;

    /// <summary>Reverts the last <see cref="Indent"/>.</summary>
    public void Outdent() => _indent--;

    /// <summary>An empty line.</summary>
    public void Line() => Write('\n');

    /// <summary>A line of parts. Unlike an interpolated string, parts allocate nothing.</summary>
    public void Line(string a, string b = "", string c = "", string d = "", string e = "", string f = "", string g = "", string h = "")
    {
        Part(a, b, c, d, e, f, g, h);
        Write('\n');
    }

    /// <summary>Parts of a line, without its end.</summary>
    public void Part(string a, string b = "", string c = "", string d = "", string e = "", string f = "", string g = "", string h = "")
    {
        Write(a);
        Write(b);
        Write(c);
        Write(d);
        Write(e);
        Write(f);
        Write(g);
        Write(h);
    }

    /// <summary>A number in invariant digits.</summary>
    /// <param name="value">The number. Digits are written one by one, so that no string is allocated.</param>
    public void Number(int value)
    {
        if (value >= 10) Number(value / 10);
        Write((char)('0' + (value % 10)));
    }

    /// <summary>One character.</summary>
    public void Write(char value)
    {
        StartLine(value == '\n');
        Reserve(1);
        _buffer[_length++] = value;
        _atLineStart = value == '\n';
    }

    /// <summary>A text without line breaks.</summary>
    public void Write(string text)
    {
        if (text.Length == 0) return;
        StartLine(isEmpty: false);
        Reserve(text.Length);
        text.CopyTo(0, _buffer, _length, text.Length);
        _length += text.Length;
    }

    /// <summary>Throws if the run is canceled. Called for each text from the schema, because many can be on one line.</summary>
    public void ThrowIfCanceled() => cancellation.ThrowIfCancellationRequested();

    /// <inheritdoc/>
    public override string ToString() => new(_buffer, 0, _length);

    /// <summary>Returns the buffer to the pool.</summary>
    public void Dispose()
    {
        char[] buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0) ArrayPool<char>.Shared.Return(buffer);
    }

    private void StartLine(bool isEmpty)
    {
        if (!_atLineStart) return;
        cancellation.ThrowIfCancellationRequested();
        _atLineStart = false;
        if (isEmpty) return;
        int width = _indent * IndentWidth;
        Reserve(width);
        _buffer.AsSpan(_length, width).Fill(' ');
        _length += width;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _buffer.Length) return;
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
