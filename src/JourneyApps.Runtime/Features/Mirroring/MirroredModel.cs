using JourneyApps.Mirroring;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>The progress of the copy of one model.</summary>
internal sealed record MirroredModel(string Name, long Generation, MirrorPhase Phase)
{
    /// <summary>While loading: all ids below this one are done; null at the beginning.</summary>
    public string? LoadedTo { get; init; }

    /// <summary>While catching up: the end of the log when the load was done; null when the log was empty.</summary>
    public long? CatchUpTo { get; init; }

    /// <summary>A model that is to be loaded, under a generation that none had before.</summary>
    public static MirroredModel ToLoad(string name)
        // Random instead of counted: the counter could be lost with the checkpoint while the copy keeps its rows.
        => new(name, Random.Shared.NextInt64(1, long.MaxValue), MirrorPhase.Loading);
}
