
namespace JourneyApps.Tool.Commands.Import;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Values">Its values by member; null where a value is to be cleared.</param>
/// <param name="Fault">Why it cannot be imported; null when it can.</param>
internal sealed record ImportRow(long Line, string? Id, IReadOnlyDictionary<string, RecordValue> Values, string? Fault)
{
    public static ImportRow Faulty(long line, string fault) => new(line, null, new Dictionary<string, RecordValue>(), fault);
}
