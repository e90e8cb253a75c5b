using JourneyApps.Schema;

namespace JourneyApps.Mirroring;

/// <summary>The last step of a mirror.</summary>
/// <param name="Event">The step.</param>
public sealed record MirrorProgress(MirrorEvent Event)
{
    /// <summary>The schema's name of the model; null when the step is about all models.</summary>
    public string? Model { get; init; }

    /// <summary>The number of changes that the handlers received in this step.</summary>
    public int Changes { get; init; }

    /// <summary>The sequence of the last handled entry of the oplog; null before the first.</summary>
    public long? Sequence { get; init; }

    /// <summary>How the deployed data model differs from the one that the client knows, for the mirrored models; usually empty.</summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
