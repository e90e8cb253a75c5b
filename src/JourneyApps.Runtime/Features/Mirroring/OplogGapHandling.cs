using JourneyApps.Oplog;

namespace JourneyApps.Mirroring;

/// <summary>What a mirror does when the log no longer holds the entry at which it stopped: the log was trimmed, or the deployment was
/// restored from a backup.</summary>
public enum OplogGapHandling
{
    /// <summary>Load everything again.</summary>
    Resync,

    /// <summary>Stop with <see cref="OplogGapException"/>.</summary>
    Stop,
}
