using JourneyApps.Schema;

namespace JourneyApps.Mirroring;

/// <summary>What a mirror did last.</summary>
/// <param name="Event">What.</param>
public sealed record MirrorProgress(MirrorEvent Event)
{
    /// <summary>The schema's name of the model that it was about; null when about all.</summary>
    public string? Model { get; init; }

    /// <summary>How many changes were handed over in this step.</summary>
    public int Changes { get; init; }

    /// <summary>The log's last sequence that was dealt with; null before the first.</summary>
    public long? Sequence { get; init; }

    /// <summary>How the deployed data model differs from the one that the client knows, for the mirrored models; usually empty.</summary>
    public IReadOnlyList<DataModelChange> DataModelChanges { get; init; } = [];
}
