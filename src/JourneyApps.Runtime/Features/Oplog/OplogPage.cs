using JourneyApps.Schema;

namespace JourneyApps.Oplog;

/// <summary>A part of the change log.</summary>
/// <param name="Entries">The changes, in the log's order; may be empty.</param>
/// <param name="Checkpoint">Where to go on after these entries. Store it when they are dealt with.</param>
/// <param name="More">Whether the server already has further entries.</param>
public sealed record OplogPage(IReadOnlyList<OplogEntry> Entries, OplogCheckpoint Checkpoint, bool More)
{
    /// <summary>
    /// What changed in the deployment's data model since the last page, as far as this code is concerned; empty as a rule.
    /// </summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
