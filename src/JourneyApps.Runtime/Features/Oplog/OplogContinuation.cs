using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Oplog;

/// <summary>The oplog after an entry that was read before.</summary>
/// <param name="First">The entry with the sequence at which the request starts; null if it did not come first.</param>
/// <param name="Response">The last response.</param>
/// <param name="Entries">The entries after it; empty if it is not the entry that was read before.</param>
internal sealed record OplogContinuation(OplogMark? First, OplogResponse Response, IReadOnlyList<OplogEntry> Entries);
