using System.Text;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Reads rows of RFC 4180 one at a time. An empty cell without quotes is null.</summary>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    private readonly StringBuilder _cell = new();
    private long _line = 1;
    private bool _afterCarriageReturn;

    /// <summary>The line on which the last row began, starting at 1.</summary>
    public long RowLine { get; private set; }

    /// <summary>What is wrong with the last row; null when nothing is.</summary>
    public string? RowError { get; private set; }

    /// <summary>Reads the next row; null at the end of the text. Empty lines are skipped.</summary>
    /// <exception cref="ToolException">A quoted cell is not closed.</exception>
    public List<string?>? ReadRow()
    {
        while (text.Peek() is '\r' or '\n') Read();
        if (text.Peek() < 0) return null;

        RowLine = _line;
        RowError = null;
        List<string?> row = [ReadCell()];
        while (text.Peek() == delimiter)
        {
            Read();
            row.Add(ReadCell());
        }

        return row;
    }

    private string? ReadCell()
    {
        _cell.Clear();
        bool quoted = text.Peek() == '"';
        if (quoted) ReadQuoted();
        int length = _cell.Length;
        while (text.Peek() is int c && c >= 0 && c != delimiter && c is not ('\r' or '\n')) _cell.Append((char)Read());
        if (quoted && _cell.Length > length) RowError = "a cell has text after its closing quotation mark";
        return quoted || _cell.Length > 0 ? _cell.ToString() : null;
    }

    private void ReadQuoted()
    {
        Read();
        while (true)
        {
            int c = Read();
            if (c < 0) throw new ToolException($"line {RowLine}: a cell begins with a quotation mark that is not closed.");
            if (c == '"')
            {
                if (text.Peek() != '"') return;
                Read();
            }

            _cell.Append((char)c);
        }
    }

    // CR, LF and CRLF each end one line.
    private int Read()
    {
        int c = text.Read();
        if (c == '\r' || (c == '\n' && !_afterCarriageReturn)) _line++;
        _afterCarriageReturn = c == '\r';
        return c;
    }
}
