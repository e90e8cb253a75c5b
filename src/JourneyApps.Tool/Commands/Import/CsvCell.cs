using System.Globalization;
using System.Text.Json;
using JourneyApps.Schema;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Turns cells into values by the type of their field.</summary>
internal static class CsvCell
{
    /// <summary>The value of a cell.</summary>
    /// <exception cref="FormatException">The cell holds nothing of that type; the message says what was expected.</exception>
    public static RecordValue Read(string cell, FieldType? type) => type switch
    {
        FieldType.Integer or FieldType.SingleChoiceInteger => Whole(cell),
        FieldType.Number or FieldType.Location => Number(cell),
        FieldType.Date => Day(cell),
        FieldType.DateTime => Moment(cell),
        FieldType.Boolean => bool.TryParse(cell, out bool truth) ? truth : throw Expected("true or false"),
        FieldType.MultipleChoice => cell.StartsWith('[') ? Json(cell) : RecordValue.List(cell),
        FieldType.MultipleChoiceInteger => cell.StartsWith('[') ? Json(cell) : RecordValue.List(Whole(cell)),
        FieldType.Track => Json(cell),
        _ => cell,
    };

    private static RecordValue Whole(string cell)
        => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : throw Expected("a whole number");

    private static RecordValue Number(string cell)
        => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Expected("a number with a decimal point");

    private static RecordValue Day(string cell)
        => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Expected("a day such as 2026-12-31");

    // A time without a zone could be anywhere: it is refused instead of guessed.
    private static RecordValue Moment(string cell)
        => (cell.EndsWith('Z') || cell.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length)
            && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            ? moment
            : throw Expected("a moment with its zone, such as 2026-12-31T08:00:00Z");

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
