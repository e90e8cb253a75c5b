using JourneyApps.Schema;

namespace JourneyApps.Mirroring;

/// <summary>The last step of a mirror.</summary>
/// <param name="Event">The step.</param>
public sealed record MirrorProgress(MirrorEvent Event)
{
    /// <summary>The model's name in the schema; null if the step concerns all models.</summary>
    public string? Model { get; init; }

    /// <summary>The number of changes that the handlers received in this step.</summary>
    public int Changes { get; init; }

    /// <summary>The sequence number of the last oplog entry that was handled; null before the first.</summary>
    public long? Sequence { get; init; }

    /// <summary>The differences, in the mirrored models, between the deployed data model and the one that the client knows; usually
    /// empty.</summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
