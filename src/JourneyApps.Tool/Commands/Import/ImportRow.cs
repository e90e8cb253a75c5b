using System.Globalization;
using System.Numerics;
using System.Text.Json;
using JourneyApps.Records;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line on which the row begins, starting at 1.</param>
/// <param name="Id">The id; null when the row has none.</param>
/// <param name="Values">The values by member; null clears a field.</param>
/// <param name="Error">Why the row cannot be imported; null when it can.</param>
internal sealed record ImportRow(long Line, string? Id, IReadOnlyDictionary<string, RecordValue> Values, string? Error)
{
    // All whole numbers with fewer digits have a value of 64-bit floating point, and none with more is a number of daily use.
    private const int ExactDigits = 15;
    private const int MaxDigits = 40;

    /// <summary>A row with values; with an error if the platform would store another number than the file contains.</summary>
    public static ImportRow Of(long line, string? id, IReadOnlyDictionary<string, RecordValue> values)
        => values.FirstOrDefault(value => IsRounded(value.Value.Json)) is { Key: { } member } rounded
            ? Invalid(line, $"the platform cannot store all digits of '{member}', which are {SafeText.Line(rounded.Value.ToString())}")
            : new ImportRow(line, id, values, null);

    public static ImportRow Invalid(long line, string error) => new(line, null, new Dictionary<string, RecordValue>(), error);

    public ImportRow Reject(string error) => Invalid(Line, error);

    // The platform stores numbers as 64-bit floating point. Whole numbers are often keys of other systems, so none may become another one.
    private static bool IsRounded(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.GetRawText() is { Length: > ExactDigits } text
        && !text.AsSpan().TrimStart('-').ContainsAnyExceptInRange('0', '9')
        && (text.Length > MaxDigits || BigInteger.Parse(text, CultureInfo.InvariantCulture) != new BigInteger(value.GetDouble()));
}
