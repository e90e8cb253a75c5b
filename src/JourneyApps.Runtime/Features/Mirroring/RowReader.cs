using JourneyApps.Internal.Features.Mirroring.Rules;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Reads the objects of a mirrored model, for machinery that does not know their class.</summary>
internal abstract class RowReader
{
    /// <summary>Whether there are objects with a value in one of some fields; null when the server refuses the question.</summary>
    public abstract Task<bool?> HasValuesAsync(IReadOnlyList<string> fields, CancellationToken cancellationToken);

    /// <summary>Reads the next range of ids. The first request of a turn begins at what is stored.</summary>
    public abstract Task<MirrorInput> ReadRangeAsync(MirrorAction.ReadRange asked, CancellationToken cancellationToken);

    /// <summary>Reads all objects page by page.</summary>
    public abstract IAsyncEnumerable<IReadOnlyList<LoadedRow>> ReadPassAsync(CancellationToken cancellationToken);
}
