using JourneyApps.Plumbing;

namespace JourneyApps;

/// <summary>How a mirror works.</summary>
public sealed record MirrorOptions
{
    /// <summary>Where the mirror remembers how far it is. Null to remember nothing: then each run begins by loading everything.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>How long to wait after an answer of the log without news; at least (and by default) 1 s, the platform's advice.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many entries of the log to ask for at once, 2 to 1,000. Default 1,000.</summary>
    public int LogPageSize { get; init; } = OplogRequests.MostEntries;

    /// <summary>What to do when the log lost the entry at which the mirror stopped. Default <see cref="MirrorGap.Resync"/>.</summary>
    public MirrorGap OnGap { get; init; }

    /// <summary>
    /// What to do when the deployment's data model loses or retypes a field of a mirrored model. Default false: stop with
    /// <see cref="DataModelChangedException"/>. True: go on.
    /// </summary>
    public bool GoOnWhenDataModelBreaks { get; init; }

    /// <summary>Told after every step; for people and gauges. Null for nobody.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Check()
    {
        if (LogPageSize is < 2 or > OplogRequests.MostEntries) throw new ArgumentException("LogPageSize must be 2 to 1,000.");
        if (PollInterval < TimeSpan.FromSeconds(1)) throw new ArgumentException("PollInterval must be at least 1 s.");
    }
}
