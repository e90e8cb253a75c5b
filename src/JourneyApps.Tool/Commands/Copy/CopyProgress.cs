namespace JourneyApps.Tool.Commands.Copy;

/// <summary>The saved progress of a copy.</summary>
/// <param name="From">The base URL of the source.</param>
/// <param name="To">The base URL of the target.</param>
/// <param name="Models">The models, in the order of the steps. A copy of other models cannot resume this one.</param>
/// <param name="WithFiles">Whether photos, signatures and attachments are copied.</param>
/// <param name="Step">The step that is under way.</param>
/// <param name="LastId">The id up to which the step is done; empty at its start.</param>
/// <param name="Counts">The results so far.</param>
internal sealed record CopyProgress(
    string From, string To, string Models, bool WithFiles, int Step, string LastId, CopyCounts Counts)
{
    /// <summary>Whether a copy that starts like this can resume it.</summary>
    public bool CanResume(CopyProgress start)
        => this with { Step = start.Step, LastId = start.LastId, Counts = start.Counts } == start
            && Step >= 0 && LastId is not null && Counts is not null;
}
