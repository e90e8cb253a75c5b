using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>Options of a mirror.</summary>
public sealed record MirrorOptions
{
    /// <summary>The store for the mirror's checkpoint. If null, each run starts by loading all objects.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>The delay after a response without entries, 1 s or more. Default 1 s, as the platform recommends.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of oplog entries per request, 2 to 1,000. Default 1,000.</summary>
    public int OplogPageSize { get; init; } = OplogReader.MaxEntries;

    /// <summary>Whether to stop with an <see cref="OplogGapException"/> if the oplog no longer contains the entry at which the mirror
    /// stopped, because it was trimmed or the deployment was restored from a backup. Default false: the mirror loads all objects
    /// again.</summary>
    public bool StopOnGap { get; init; }

    /// <summary>Whether to continue if a field of a mirrored model was removed or has a different type. Default false: the mirror stops
    /// with a <see cref="DataModelChangedException"/>.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }

    /// <summary>Receives the progress after every step; null if you do not need it.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Check()
    {
        if (OplogPageSize is < 2 or > OplogReader.MaxEntries) throw new ArgumentException("OplogPageSize must be 2 to 1,000.");
        if (PollInterval < TimeSpan.FromSeconds(1)) throw new ArgumentException("PollInterval must be at least 1 s.");
    }
}
