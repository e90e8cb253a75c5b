namespace JourneyApps.Internal.Objects.Batches;

/// <summary>A request of a batch that is to be sent.</summary>
/// <param name="Chunk">Its operations.</param>
/// <param name="Round">How often its operations are sent with it, from 1.</param>
/// <param name="WasSent">Whether its operations were sent before, so that they may have been applied.</param>
internal sealed record PendingChunk(BatchChunk Chunk, int Round, bool WasSent);
