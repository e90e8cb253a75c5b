using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>A part of the oplog.</summary>
/// <param name="Entries">The changes, in the log's order; may be empty.</param>
/// <param name="Checkpoint">Where the next page starts. Store it after handling the entries.</param>
/// <param name="More">Whether the server already has further entries.</param>
public sealed record OplogPage(IReadOnlyList<OplogEntry> Entries, OplogCheckpoint Checkpoint, bool More)
{
    /// <summary>
    /// How the deployed data model differs from the one that the client knows, if it has changed since the last page; usually empty.
    /// </summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
