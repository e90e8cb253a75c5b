using System.Text;

namespace JourneyApps.Tool.Objects;

/// <summary>
/// Writes rows of RFC 4180. An empty cell without quotes is no value, one with quotes is the empty text: the API keeps them apart.
/// </summary>
/// <param name="delimiter">What parts the cells.</param>
/// <param name="guardFormulas">Whether cells that a spreadsheet would run as a formula get an apostrophe in front.</param>
internal sealed class CsvText(char delimiter, bool guardFormulas)
{
    /// <summary>Appends a row.</summary>
    public void Append(StringBuilder text, IEnumerable<string?> cells)
    {
        bool first = true;
        foreach (string? cell in cells)
        {
            if (!first) text.Append(delimiter);
            first = false;
            if (cell is not null) AppendCell(text, guardFormulas && FormulaGuard.IsFormula(cell) ? FormulaGuard.Mark + cell : cell);
        }

        text.Append("\r\n");
    }

    private void AppendCell(StringBuilder text, string cell)
    {
        if (cell.Length > 0 && cell.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) < 0 && cell[0] != ' ' && cell[^1] != ' ')
        {
            text.Append(cell);
            return;
        }

        text.Append('"').Append(cell).Replace("\"", "\"\"", text.Length - cell.Length, cell.Length).Append('"');
    }
}
