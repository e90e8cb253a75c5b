namespace JourneyApps.Tool.Commands.Import;

/// <summary>What became of the rows.</summary>
/// <param name="Written">Rows that were written.</param>
/// <param name="Existing">Rows whose object was there already, or had nothing to change.</param>
/// <param name="Refused">Rows that this command or the server refused.</param>
internal sealed record ImportCounts(long Written, long Existing, long Refused)
{
    public static ImportCounts None { get; } = new(0, 0, 0);

    public long Total => Written + Existing + Refused;
}
