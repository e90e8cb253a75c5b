using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps;

/// <summary>What an update or delete by query did.</summary>
/// <param name="Matched">How many objects met the condition when they were looked for.</param>
/// <param name="Done">How many of them were changed or deleted.</param>
/// <param name="ChangedConcurrently">How many no longer met the condition, or were gone, when their turn came; they were left alone.</param>
/// <param name="NotDone">The operations that failed or whose fate is not known.</param>
public sealed record BulkResult(long Matched, long Done, long ChangedConcurrently, IReadOnlyList<BatchResult> NotDone)
{
    /// <summary>The ids that matched, of a dry run; else empty.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The counts in one line.</summary>
    public override string ToString() => $"{Matched} matched, {Done} done, {ChangedConcurrently} changed meanwhile, {NotDone.Count} not done";
}
