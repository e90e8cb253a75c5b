namespace JourneyApps.Tool.Commands.Import;

/// <summary>The saved progress of an import.</summary>
/// <param name="Deployment">The base URL.</param>
/// <param name="Settings">The settings. An import with other settings cannot resume this one.</param>
/// <param name="Content">The SHA-256 hash of the file. A changed file cannot be resumed.</param>
/// <param name="Line">The line up to which all rows are written or rejected.</param>
/// <param name="Counts">The results of those rows.</param>
internal sealed record ImportProgress(
    string Deployment, ImportSettings Settings, string Content, long Line, ImportCounts? Counts)
{
    /// <summary>Whether another run can resume this one.</summary>
    public bool CanResume(ImportProgress start)
        => Line >= 0 && Counts is not null && this with { Line = start.Line, Counts = start.Counts } == start;
}
