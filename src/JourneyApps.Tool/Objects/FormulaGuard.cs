using System.Globalization;

namespace JourneyApps.Tool.Objects;

/// <summary>
/// A spreadsheet runs a cell that begins with <c>= + - @</c> (or a tab or carriage return) as a formula, whoever wrote it. An apostrophe in
/// front makes it text; taking it away again gives the cell back.
/// </summary>
internal static class FormulaGuard
{
    public const char Mark = '\'';

    /// <summary>Whether a spreadsheet would run it. Plain numbers are what they are.</summary>
    public static bool IsFormula(string cell)
        => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>The cell as it was before it was guarded.</summary>
    public static string Remove(string cell) => cell.Length > 1 && cell[0] == Mark && IsFormula(cell[1..]) ? cell[1..] : cell;
}
