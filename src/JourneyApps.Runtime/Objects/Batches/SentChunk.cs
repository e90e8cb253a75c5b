namespace JourneyApps.Internal.Objects.Batches;

/// <summary>The results of one request of a batch.</summary>
/// <param name="Results">One result per operation, except for those that start again.</param>
/// <param name="StartAgain">Create-or-updates whose object was created or deleted by others.</param>
/// <param name="EndsRun">Whether sending more makes no sense.</param>
/// <param name="WasCanceled">Whether the caller's token ended it.</param>
internal sealed record SentChunk(IReadOnlyList<BatchResult> Results, IReadOnlyList<ChunkEntry> StartAgain, bool EndsRun, bool WasCanceled);
