namespace JourneyApps.Internal.Objects.Batches;

/// <summary>What became of one request of a batch.</summary>
/// <param name="Results">One result per operation.</param>
/// <param name="EndsRun">Whether sending more makes no sense.</param>
/// <param name="WasCanceled">Whether the caller's token ended it.</param>
internal sealed record SentChunk(IReadOnlyList<BatchResult> Results, bool EndsRun, bool WasCanceled);
