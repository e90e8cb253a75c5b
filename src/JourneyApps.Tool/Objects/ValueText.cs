using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using JourneyApps.Records;

namespace JourneyApps.Tool.Objects;

/// <summary>Parses values that a person or a spreadsheet wrote, by the form of their field.</summary>
internal static partial class ValueText
{
    /// <summary>Parses a cell.</summary>
    /// <exception cref="FormatException">The cell is not a value of the column; the message says what was expected.</exception>
    public static RecordValue Parse(string cell, Column column)
        => !column.IsList ? Parse(cell, column.Form) : cell.StartsWith('[') ? Json(cell) : RecordValue.List(Parse(cell, column.Form));

    /// <summary>Parses a single value.</summary>
    /// <exception cref="FormatException">The text is not a value of the form; the message says what was expected.</exception>
    public static RecordValue Parse(string cell, FieldForm form) => form switch
    {
        FieldForm.Text or FieldForm.File => cell,
        FieldForm.Integer => Whole(cell),
        FieldForm.Number => Number(cell),
        FieldForm.Date => Day(cell),
        FieldForm.DateTime => Moment(cell),
        FieldForm.Boolean => bool.TryParse(cell, out bool value) ? value : throw Expected("true or false"),
        FieldForm.Location => Json(cell),
        FieldForm.Any => cell.StartsWith('[') || cell.StartsWith('{') ? Json(cell) : cell,
    };

    private static RecordValue Whole(string cell)
        => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Expected("a whole number");

    // Whole numbers keep all their digits until it is known that the platform does, too.
    private static RecordValue Number(string cell)
        => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? (RecordValue)whole
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
            : throw Expected("a number with a decimal point");

    private static RecordValue Day(string cell)
        => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Expected("a date such as 2026-12-31");

    // A time without a zone and a date that begins with the day or the month are ambiguous, so they are rejected.
    private static RecordValue Moment(string cell)
        => Iso().IsMatch(cell)
            && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            ? moment
            : throw Expected("a date and time with a zone, such as 2026-12-31T08:00:00Z");

    [GeneratedRegex("""^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)? ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$""")]
    private static partial Regex Iso();

    private static RecordValue Json(string cell)
    {
        try
        {
            return RecordValue.Parse(cell);
        }
        catch (JsonException)
        {
            throw Expected("JSON");
        }
    }

    private static FormatException Expected(string what) => new($"{what} was expected");
}
