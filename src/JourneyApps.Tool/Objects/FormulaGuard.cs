using System.Globalization;

namespace JourneyApps.Tool.Objects;

/// <summary>A spreadsheet evaluates a cell that begins with <c>= + - @</c>, also in full width, or with a tab or a line break before them,
/// as a formula, whoever wrote it. A leading apostrophe makes it text. Cells that already have apostrophes before a formula get one more,
/// so that removing one restores every cell.</summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>The cell with an apostrophe in front when it needs one.</summary>
    public static string Add(string cell) => NeedsMark(cell) ? Mark + cell : cell;

    /// <summary>The cell as it was before <see cref="Add"/>.</summary>
    public static string Remove(string cell) => cell.StartsWith(Mark) && NeedsMark(cell[1..]) ? cell[1..] : cell;

    private static bool NeedsMark(string cell) => IsFormula(cell.TrimStart(Mark));

    // Numbers are not formulas.
    private static bool IsFormula(string cell)
        => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
