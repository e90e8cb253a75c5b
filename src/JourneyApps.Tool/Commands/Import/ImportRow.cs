using JourneyApps.Records;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line on which the row begins, starting at 1.</param>
/// <param name="Id">The id; null when the row has none.</param>
/// <param name="Values">The values by member; null clears a field.</param>
/// <param name="Error">Why the row cannot be imported; null when it can.</param>
internal sealed record ImportRow(long Line, string? Id, IReadOnlyDictionary<string, RecordValue> Values, string? Error)
{
    public static ImportRow Invalid(long line, string error) => new(line, null, new Dictionary<string, RecordValue>(), error);

    public ImportRow Reject(string error) => Invalid(Line, error);
}
