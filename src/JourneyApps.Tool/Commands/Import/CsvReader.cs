using System.Text;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Reads rows of RFC 4180, one at a time. A cell without quotes that is empty is null: no value.</summary>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    private readonly StringBuilder _cell = new();
    private long _line = 1;

    /// <summary>The line on which the last row began, from 1.</summary>
    public long RowLine { get; private set; }

    /// <summary>The next row; null at the end. Empty lines are skipped.</summary>
    /// <exception cref="ToolException">A quoted cell has no end.</exception>
    public List<string?>? ReadRow()
    {
        while (text.Peek() is '\r' or '\n') SkipLineEnd();
        if (text.Peek() < 0) return null;

        RowLine = _line;
        List<string?> row = [ReadCell()];
        while (text.Peek() == delimiter)
        {
            text.Read();
            row.Add(ReadCell());
        }

        SkipLineEnd();
        return row;
    }

    private string? ReadCell()
    {
        _cell.Clear();
        if (text.Peek() == '"')
        {
            ReadQuoted();
            ReadPlain();
            return _cell.ToString();
        }

        ReadPlain();
        return _cell.Length == 0 ? null : _cell.ToString();
    }

    private void ReadQuoted()
    {
        text.Read();
        while (true)
        {
            int c = text.Read();
            if (c < 0) throw new ToolException($"line {RowLine}: a cell begins with a quote and has no end.");
            if (c == '\n') _line++;
            if (c == '"')
            {
                if (text.Peek() != '"') return;
                text.Read();
            }

            _cell.Append((char)c);
        }
    }

    private void ReadPlain()
    {
        while (text.Peek() is int c && c >= 0 && c != delimiter && c is not ('\r' or '\n')) _cell.Append((char)text.Read());
    }

    private void SkipLineEnd()
    {
        if (text.Peek() == '\r') text.Read();
        if (text.Peek() != '\n') return;
        text.Read();
        _line++;
    }
}
