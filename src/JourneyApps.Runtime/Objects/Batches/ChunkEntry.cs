namespace JourneyApps.Internal.Objects.Batches;

/// <summary>An operation within a request.</summary>
/// <param name="Operation">The caller's operation.</param>
/// <param name="Index">Its place in the caller's sequence.</param>
/// <param name="Start">Where its JSON begins in the request's, with the comma before it.</param>
/// <param name="End">Where it ends.</param>
/// <param name="FirstUpload">The place of its first file among the request's.</param>
/// <param name="EndUpload">The place after its last file.</param>
internal readonly record struct ChunkEntry(BatchOperation Operation, long Index, int Start, int End, int FirstUpload, int EndUpload);
