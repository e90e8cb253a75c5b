namespace JourneyApps;

/// <summary>The result of an update or delete by query.</summary>
/// <param name="Matched">The number of objects that matched the condition when the ids were collected.</param>
/// <param name="Done">The number of these objects that were updated or deleted.</param>
/// <param name="ChangedConcurrently">The number of objects that no longer matched the condition, or no longer existed, when they were about
/// to be written. They were not changed.</param>
/// <param name="NotDone">The operations that failed or whose outcome is unknown.</param>
public sealed record BulkResult(long Matched, long Done, long ChangedConcurrently, IReadOnlyList<BatchResult> NotDone)
{
    /// <summary>The matching ids of a dry run; empty otherwise.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The counts in one line.</summary>
    public override string ToString()
        => $"{Matched} matched, {Done} done, {ChangedConcurrently} changed concurrently, {NotDone.Count} not done";
}
