using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>How a mirror works.</summary>
public sealed record MirrorOptions
{
    /// <summary>Where the mirror remembers how far it is. Null to remember nothing: then each run begins by loading everything.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>How long to wait after an answer of the log without news; at least (and by default) 1 s, the platform's advice.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many entries of the log to ask for at once, 2 to 1,000. Default 1,000.</summary>
    public int OplogPageSize { get; init; } = OplogReader.MaxEntries;

    /// <summary>What to do when the log lost the entry at which the mirror stopped. Default <see cref="OplogGapHandling.Resync"/>.</summary>
    public OplogGapHandling OnGap { get; init; }

    /// <summary>
    /// What to do when the deployment's data model loses or retypes a field of a mirrored model. Default false: stop with
    /// <see cref="DataModelChangedException"/>. True: go on.
    /// </summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }

    /// <summary>Told after every step; for people and gauges. Null for nobody.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Check()
    {
        if (OplogPageSize is < 2 or > OplogReader.MaxEntries) throw new ArgumentException("OplogPageSize must be 2 to 1,000.");
        if (PollInterval < TimeSpan.FromSeconds(1)) throw new ArgumentException("PollInterval must be at least 1 s.");
    }
}
