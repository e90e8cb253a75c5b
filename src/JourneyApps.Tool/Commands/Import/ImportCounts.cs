namespace JourneyApps.Tool.Commands.Import;

/// <summary>The results of rows.</summary>
/// <param name="Written">Rows that were written.</param>
/// <param name="Existing">Rows whose object already existed or had no changes.</param>
/// <param name="Rejected">Rows that this command or the server rejected.</param>
internal sealed record ImportCounts(long Written, long Existing, long Rejected)
{
    public static ImportCounts None { get; } = new(0, 0, 0);

    public long Total => Written + Existing + Rejected;
}
