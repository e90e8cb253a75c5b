using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model, for the machinery that does not know its class.</summary>
internal abstract class MirrorModel(string name)
{
    /// <summary>The schema's name.</summary>
    public string Name { get; } = name;

    /// <summary>Reads one slice of ids.</summary>
    public abstract Task<LoadedRows> ReadSliceAsync(ApiTransport transport, IdSlice slice, CancellationToken cancellationToken);

    /// <summary>Reads one page of everything.</summary>
    public abstract Task<LoadedRows> ReadPageAsync(ApiTransport transport, int skip, CancellationToken cancellationToken);

    /// <summary>Hands rows of a load to the handler.</summary>
    /// <returns>Whether the handler stored the checkpoint.</returns>
    public abstract ValueTask<bool> ApplyAsync(LoadedRows rows, long generation, string? checkpoint, CancellationToken cancellationToken);

    /// <summary>Hands entries of the log to the handler.</summary>
    /// <returns>Whether the handler stored the checkpoint.</returns>
    public abstract ValueTask<bool> ApplyAsync(
        IReadOnlyList<OplogEntry> entries, MirrorPhase phase, long generation, string? checkpoint, CancellationToken cancellationToken);

    /// <summary>Tells the handler that the snapshot is complete.</summary>
    /// <returns>Whether the handler stored the checkpoint.</returns>
    public abstract ValueTask<bool> CompleteAsync(long generation, string? checkpoint, CancellationToken cancellationToken);
}
