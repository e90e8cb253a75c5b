using System.Buffers;
using System.Text;

namespace JourneyApps.Tool.Objects;

/// <summary>Writes rows of RFC 4180. An empty cell without quotes is null, one with quotes is the empty text: the API distinguishes
/// them.</summary>
/// <param name="delimiter">The delimiter between cells.</param>
/// <param name="guardFormulas">Whether cells that a spreadsheet would evaluate get a leading apostrophe.</param>
internal sealed class CsvText(char delimiter, bool guardFormulas)
{
    // Every delimiter is quoted, not only this file's: a spreadsheet that splits at another one would make a formula out of part of a cell.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Appends a row.</summary>
    public void Append(StringBuilder text, IEnumerable<string?> cells)
    {
        bool first = true;
        foreach (string? cell in cells)
        {
            if (!first) text.Append(delimiter);
            first = false;
            if (cell is not null) AppendCell(text, guardFormulas ? FormulaGuard.Add(cell) : cell);
        }

        text.Append("\r\n");
    }

    private static void AppendCell(StringBuilder text, string cell)
    {
        if (cell.Length > 0 && cell.AsSpan().IndexOfAny(Quoted) < 0 && cell[0] != ' ' && cell[^1] != ' ')
        {
            text.Append(cell);
            return;
        }

        text.Append('"').Append(cell).Replace("\"", "\"\"", text.Length - cell.Length, cell.Length).Append('"');
    }
}
