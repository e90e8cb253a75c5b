using JourneyApps.Internal.Features.Oplog;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>
/// Reads all objects of a model when ranges of ids are not possible: page by page, again until the oplog shows that nothing changed during
/// a pass.
/// </summary>
internal sealed class RepeatedPassLoader(OplogReader oplog, MirrorModel model)
{
    private const int MaxPasses = 5;

    /// <summary>Reads everything.</summary>
    /// <exception cref="JourneyApiException">Something changed during each pass.</exception>
    public async Task ReadAsync(Func<LoadedRows, Task> apply, CancellationToken cancellationToken)
    {
        for (int pass = 0; pass < MaxPasses; pass++)
        {
            OplogResponse before = await oplog.TailAsync(OplogReader.MaxEntries, cancellationToken).ConfigureAwait(false);
            await PassAsync(apply, cancellationToken).ConfigureAwait(false);
            OplogResponse after = await oplog.TailAsync(OplogReader.MaxEntries, cancellationToken).ConfigureAwait(false);
            if (before.End == after.End) return;
        }
        throw new JourneyApiException(
            $"The server does not compare ids as text, so {model.Name} had to be read page by page, and objects were written "
            + $"during each of {MaxPasses} passes. Rows may be missing. Run the mirror again when fewer objects are written.");
    }

    private async Task PassAsync(Func<LoadedRows, Task> apply, CancellationToken cancellationToken)
    {
        int skip = 0;
        bool more = true;
        while (more)
        {
            LoadedRows rows = await model.ReadPageAsync(skip, cancellationToken).ConfigureAwait(false);
            if (rows is { Count: 0, More: true })
                throw new UnreadableResponseException($"The list of {model.Name} reported more objects but returned an empty page.");
            if (rows.Count > 0) await apply(rows).ConfigureAwait(false);
            skip += rows.Count;
            more = rows.More;
        }
    }
}
