using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>Options of a mirror.</summary>
public sealed record MirrorOptions
{
    /// <summary>Stores how far the mirror is. Null for no store: each run then starts by loading everything.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>The time to wait after a response without entries; 1 s or more. Default 1 s, as the platform recommends.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most entries of the oplog per request, 2 to 1,000. Default 1,000.</summary>
    public int OplogPageSize { get; init; } = OplogReader.MaxEntries;

    /// <summary>Whether to stop with <see cref="OplogGapException"/> when the oplog no longer contains the entry at which the mirror
    /// stopped: it was trimmed, or the deployment was restored from a backup. Default false: load everything again.</summary>
    public bool StopOnGap { get; init; }

    /// <summary>Whether to continue when a field of a mirrored model is removed or gets another type. Default false: stop with
    /// <see cref="DataModelChangedException"/>. True: continue.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }

    /// <summary>Receives the progress after every step. Null for none.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Check()
    {
        if (OplogPageSize is < 2 or > OplogReader.MaxEntries) throw new ArgumentException("OplogPageSize must be 2 to 1,000.");
        if (PollInterval < TimeSpan.FromSeconds(1)) throw new ArgumentException("PollInterval must be at least 1 s.");
    }
}
