namespace JourneyApps.Tool.Commands.Import;

/// <summary>The results of rows.</summary>
/// <param name="Written">Rows that were written, in modes that do not tell creation from change.</param>
/// <param name="Created">Rows whose object was created.</param>
/// <param name="Updated">Rows whose object was changed.</param>
/// <param name="Existing">Rows whose object already existed or had no changes.</param>
/// <param name="Rejected">Rows that this command or the server rejected.</param>
/// <param name="MissingFiles">Files that were not in the attachments folder.</param>
internal sealed record ImportCounts(long Written, long Created, long Updated, long Existing, long Rejected, long MissingFiles)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public long Total => Written + Created + Updated + Existing + Rejected;
}
