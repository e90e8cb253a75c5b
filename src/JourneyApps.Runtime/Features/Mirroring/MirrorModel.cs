using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model, for the machinery that does not know its class.</summary>
internal abstract class MirrorModel(string name)
{
    /// <summary>The schema's name.</summary>
    public string Name { get; } = name;

    /// <summary>Where the next range of the load begins: everything below was read; null at the beginning.</summary>
    public abstract string? Position { get; }

    /// <summary>Whether the last range of the load was read.</summary>
    public abstract bool IsLoaded { get; }

    /// <summary>Begins or resumes a load.</summary>
    /// <param name="context">The client.</param>
    /// <param name="from">Where to begin: everything below was loaded before.</param>
    public abstract void StartLoad(ClientContext context, string? from);

    /// <summary>Reads the next range of ids.</summary>
    /// <returns>Its rows; null when the server does not compare ids ordinally. Then nothing that was read counts.</returns>
    public abstract Task<LoadedRows?> ReadRangeAsync(CancellationToken cancellationToken);

    /// <summary>Reads one page of everything.</summary>
    public abstract Task<LoadedRows> ReadPageAsync(int skip, CancellationToken cancellationToken);

    /// <summary>Hands rows of a load to the handler.</summary>
    public abstract ValueTask<bool> ApplyAsync(LoadedRows rows, long generation, CheckpointMove move, CancellationToken cancellationToken);

    /// <summary>Hands entries of the log to the handler.</summary>
    public abstract ValueTask<bool> ApplyAsync(
        IReadOnlyList<OplogEntry> entries, MirrorPhase phase, long generation, CheckpointMove move, CancellationToken cancellationToken);

    /// <summary>Tells the handler that the snapshot is complete.</summary>
    public abstract ValueTask<bool> CompleteAsync(long generation, CheckpointMove move, CancellationToken cancellationToken);
}
