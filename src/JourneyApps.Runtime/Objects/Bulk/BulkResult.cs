namespace JourneyApps;

/// <summary>The result of an update or delete by query.</summary>
/// <param name="Matched">How many objects matched the condition when they were collected.</param>
/// <param name="Done">How many of them were changed or deleted.</param>
/// <param name="ChangedConcurrently">How many no longer matched, or no longer existed, when they were to be written; they were not
/// touched.</param>
/// <param name="NotDone">The operations that failed or whose outcome is unknown.</param>
public sealed record BulkResult(long Matched, long Done, long ChangedConcurrently, IReadOnlyList<BatchResult> NotDone)
{
    /// <summary>The ids that matched, of a dry run; empty otherwise.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The counts in one line.</summary>
    public override string ToString()
        => $"{Matched} matched, {Done} done, {ChangedConcurrently} changed concurrently, {NotDone.Count} not done";
}
