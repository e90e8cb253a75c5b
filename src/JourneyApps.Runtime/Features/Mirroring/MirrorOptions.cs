using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Internal.Transport.Attempts;
using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>Options of a mirror.</summary>
public sealed record MirrorOptions
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _pollInterval = ShortestInterval;

    /// <summary>The store for the mirror's checkpoint. If null, each run starts by loading all objects. Must be null for a mirror with an
    /// <see cref="IMirrorSink"/>, which stores the checkpoint itself.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>The time between two requests for new entries of the oplog, 1 s to 24 days. Default 1 s, as the platform
    /// recommends.</summary>
    /// <exception cref="ArgumentException">The value is out of that range.</exception>
    public TimeSpan PollInterval
    {
        get => _pollInterval;
        init => _pollInterval = TimeLimit.CheckWait(value, nameof(PollInterval), ShortestInterval);
    }

    /// <summary>The maximum number of oplog entries per request, 2 to 1,000. Default 1,000.</summary>
    public int OplogPageSize { get; init; } = OplogReader.MaxEntries;

    /// <summary>Whether to stop with an <see cref="OplogGapException"/> if the oplog no longer contains the entry at which the mirror
    /// stopped, because it was trimmed or the deployment was restored from a backup. Default false: the mirror loads all objects
    /// again.</summary>
    public bool StopOnGap { get; init; }

    /// <summary>Whether to continue if a field of a mirrored model was removed or has a different type. Default false: the mirror stops
    /// with a <see cref="DataModelChangedException"/>. Without effect on a mirror with an <see cref="IMirrorSink"/>, which receives records
    /// and the new data model.</summary>
    public bool ContinueOnBreakingDataModelChange { get; init; }

    /// <summary>Receives the progress after every step; null if you do not need it.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Check()
    {
        if (OplogPageSize is < 2 or > OplogReader.MaxEntries) throw new ArgumentException("OplogPageSize must be 2 to 1,000.");
    }
}
