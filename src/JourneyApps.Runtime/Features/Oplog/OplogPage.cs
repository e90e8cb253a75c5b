using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>A page of the oplog.</summary>
/// <param name="Entries">The changes, in the order of the oplog; can be empty.</param>
/// <param name="Checkpoint">The position at which the next page starts. Store it after you have processed the entries.</param>
/// <param name="More">Whether the server already has more entries.</param>
public sealed record OplogPage(IReadOnlyList<OplogEntry> Entries, OplogCheckpoint Checkpoint, bool More)
{
    /// <summary>The differences between the deployed data model and the one that the client knows, if the deployed data model changed since
    /// the last page; usually empty.</summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
